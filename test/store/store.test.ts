import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import de from '../../extension/locales/de.json' with { type: 'json' }
import en from '../../extension/locales/en.json' with { type: 'json' }

/** What a store shows of the extension, in each language: its texts, and what the manifest says. */
const listings = {
  en: {
    summary: 'Summary',
    permissions: 'Permissions',
    privacy: 'Privacy statement',
    manifest: en.manifest.summary,
  },
  de: {
    summary: 'Kurzbeschreibung',
    permissions: 'Berechtigungen',
    privacy: 'Datenschutzerklärung',
    manifest: de.manifest.summary,
  },
}
const languages = ['en', 'de'] as const
const read = (path: string) => readFileSync(path, 'utf8')

function part(text: string, title: string): string {
  const found = text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0]
  if (found === undefined) throw new Error(`no part "${title}"`)
  return found.trim()
}

/** What the browser may be asked for: as configured, and what wxt adds for the side panel. */
function permissions(): string[] {
  const config = read('wxt.config.ts')
  const listed = /\n {4}permissions: \[([^\]]*)\]/.exec(config)?.[1] ?? ''
  const hosts = ['host_permissions', 'optional_host_permissions', 'optional_permissions'].filter((kind) =>
    new RegExp(`\\b${kind}:`).test(config),
  )
  return [...listed.matchAll(/'(\w+)'/g)].flatMap(([, name]) => name ?? []).concat(hosts, 'sidePanel')
}

/** The names in the first column of a table. */
const rows = (text: string): string[] =>
  [...text.matchAll(/^\| (`[^|]*`) \|/gm)]
    .flatMap(([, names = '']) => [...names.matchAll(/`(\w+)`/g)].flatMap(([, name]) => name ?? []))
    .sort()

test('every permission is justified in the README, and no other', () => {
  expect(permissions().length).toBeGreaterThan(3)
  expect(rows(part(read('README.md'), 'Permissions, one by one'))).toEqual(permissions().sort())
})

test.each(languages)('the store’s texts hold its limits and justify each permission: %s', (language) => {
  const { summary, permissions: title, manifest } = listings[language]
  const text = read(`extension/store/${language}.md`)
  expect(part(text, summary)).toBe(manifest)
  // Chrome and Edge take the manifest's description, of 132 characters; Firefox 250; a full description has 16,000.
  expect(manifest.length).toBeLessThanOrEqual(132)
  expect(text.length).toBeLessThan(16_000)
  expect(rows(part(text, title))).toEqual(permissions().sort())
})

const words = (text: string) => text.replace(/\s+/g, ' ').trim()

test.each(languages)('the privacy page says what the store is told: %s', (language) => {
  const page = read('extension/entrypoints/privacy/index.html')
  const article = page.split(`<article id="${language}"`)[1]?.split('</article>')[0] ?? ''
  const shown = words(article.replace(/^[^>]*>/, '').replace(/<[^>]+>/g, ' '))
  const { privacy } = listings[language]
  expect(shown).toBe(
    words(`${privacy} ${part(read(`extension/store/${language}.md`), privacy).replaceAll('### ', '')}`),
  )
})
