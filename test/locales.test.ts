import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import de from '../extension/locales/de.json' with { type: 'json' }
import en from '../extension/locales/en.json' with { type: 'json' }
import type { Messages } from '../extension/ui/locale.ts'
import { problemCodes } from '../shared/problem.ts'
import { sourceFiles } from './support/sources.ts'

/** Each message of a language by its key; where it has forms for one and for many, both. */
function flat(messages: Messages, at = ''): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, message] of Object.entries(messages)) {
    const key = at === '' ? name : `${at}.${name}`
    if (typeof message === 'string') found.set(key, [message])
    else if ('n' in message) found.set(key, [message['1'], message.n].map(String))
    else for (const [inner, forms] of flat(message, key)) found.set(inner, forms)
  }
  return found
}

const english = flat(en)
// The sentences of problems are English in shared/problem.ts, from where the server has them too.
const german = new Map([...flat(de)].filter(([key]) => !key.startsWith('problem.')))
const files = sourceFiles('extension')
const manifest = readFileSync('wxt.config.ts', 'utf8')

test('both languages have the same messages', () => {
  expect(
    [...german.keys()].filter((key) => !english.has(key)),
    'German only',
  ).toEqual([])
  expect(
    [...english.keys()].filter((key) => !german.has(key)),
    'English only',
  ).toEqual([])
})

test('a message has the same forms in both, tells the same, and is not empty', () => {
  const told = (forms: string[] = []) => [...new Set(forms.join(' ').match(/\$\d/g))].sort().join()
  const wrong = [...english].filter(([key, forms]) => {
    const other = german.get(key)
    const empty = [...forms, ...(other ?? [])].some((form) => form.trim() === '' || form.includes(' | '))
    return empty || forms.length !== other?.length || told(forms) !== told(other)
  })
  expect(wrong.map(([key]) => key)).toEqual([])
})

test('names are what a browser allows as the name of a message', () => {
  expect([...english.keys()].filter((key) => !/^[A-Za-z][\w.]*$/.test(key))).toEqual([])
})

/** Words that both languages write alike. */
const alike = new Set(
  'SKU|Name|Version|Status|Import|Export|MFA|Start|Budget|Browser|Server|Team|Person|$1|OK|Support|Text|Domain|Domains|Stocktake|Route|Registrar'.split(
    '|',
  ),
)
const letters = (text: string) => text.replace(/\$\d|[^\p{L}]/gu, '')

test('nothing is left in English', () => {
  const left = [...english].filter(([key, forms]) =>
    forms.some((form, at) => letters(form) !== '' && form === german.get(key)?.[at] && !alike.has(form)),
  )
  expect(left.map(([key, forms]) => `${key}: ${forms[0]}`)).toEqual([])
})

test('German has every problem’s sentences', () => {
  const parts = ['happened', 'safe', 'next']
  const wished = problemCodes.flatMap((code) => parts.map((part) => `problem.${code}.${part}`))
  const there = [...flat(de).keys()].filter((key) => key.startsWith('problem.'))
  expect(there.sort()).toEqual(wished.sort())
})

test('a problem’s sentences are shown in the person’s language', () => {
  const inEnglish = /^(?!.*problemWords\().*\.happened\b|sentenceOf.*shared\/problem/m
  const readers = files.filter(({ text }) => inEnglish.test(text))
  expect(readers.map(({ path }) => path)).toEqual(['extension/ui/problem-words.ts'])
})

test('every message is used', () => {
  const text = files.map((file) => file.text).join('\n')
  const literal = new Set([...text.matchAll(/(['"`])([A-Za-z][\w.]*)\1/g)].map((match) => match[2]))
  for (const [, name = ''] of manifest.matchAll(/__MSG_(\w+)__/g)) literal.add(name.replaceAll('_', '.'))
  const patterns = [...text.matchAll(/`([A-Za-z]\w*\.[\w.]*\$\{[^`]*)`/g)].map(
    ([, template = '']) =>
      new RegExp(
        `^${template
          .replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '[\\w.]+')
          .replaceAll('.', '\\.')
          .replaceAll('[\\w\\.]+', '[\\w.]+')}$`,
      ),
  )
  const unused = [...english.keys()].filter((key) => !literal.has(key) && !patterns.some((one) => one.test(key)))
  expect(unused).toEqual([])
})

test('no sentence stands in a screen itself', () => {
  const words = '[^<>{}=();\\n]*\\p{Ll}{2,}[^<>{}=();\\n]*'
  const inText = new RegExp(`(?:>\\s*(${words})</|^ +(\\p{Lu}\\p{Ll}+ ${words})$)`, 'gmu')
  const inAttribute = /\b(?:aria-label|title|placeholder|alt)="([^"]*\p{Ll}{2,}[^"]*)"/gu
  const found = files
    .filter(({ path }) => path.endsWith('.tsx'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(inText), ...text.matchAll(inAttribute)].map(([, said, line]) => `${path}: ${said ?? line}`),
    )
  expect(found).toEqual([])
})
