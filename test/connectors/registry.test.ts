import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Connector, Source } from '../../extension/connector-kit/define.ts'
import { asksFor, faultOf, matchesPage, parseMatchPattern } from '../../extension/connector-kit/match.ts'
import { connectors } from '../../extension/connectors/index.ts'
import { fieldSchema } from '../../shared/model/record-type.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'

const home = new URL('../../extension/connectors/', import.meta.url)
const files = readdirSync(home).filter((file) => file.endsWith('.ts') && file !== 'index.ts')
const ids = connectors.map(({ id }) => id)
const named = connectors.filter((connector) => !connector.readAll)

test.each(files)('%s is listed in connectors/index.ts, under its own name', (file) => {
  const id = file.replace(/\.ts$/, '')
  expect(ids, `${file} is not listed in connectors/index.ts, or its id is not '${id}'`).toContain(id)
})

test('the list names every connector once, in alphabetical order, the generic reader last', () => {
  expect(new Set(ids).size, 'two connectors have the same id').toBe(ids.length)
  expect(
    named.map(({ id }) => id),
    'sort the list in connectors/index.ts',
  ).toEqual(named.map(({ id }) => id).toSorted())
  for (const id of ids) expect(files, `${id} is listed, but connectors/${id}.ts is not there`).toContain(`${id}.ts`)
  expect(
    connectors.findIndex((one) => one.readAll),
    'the generic reader comes last',
  ).toBe(connectors.length - 1)
})

describe.each(named.map((connector) => [connector.id, connector] as const))('%s', (id, connector) => {
  test('is data: it survives being written as JSON, so a taught connector can be the same thing', () => {
    expect(JSON.parse(JSON.stringify(connector))).toEqual(connector)
  })

  test('has match patterns of one host each, over https', () => {
    expect(connector.matches.length, 'say on which pages it applies').toBeGreaterThan(0)
    for (const pattern of connector.matches)
      expect(parseMatchPattern(pattern), `${pattern} is not like https://*.example.com/admin/*`).toBeDefined()
  })

  test('has response and page patterns that parse', () => {
    const patterns = [...Object.values(connector.responses ?? {}).flat(), ...(connector.pages ?? [])]
    for (const pattern of patterns) expect(faultOf(pattern), `${pattern}: see match.ts`).toBeUndefined()
  })

  test('has rows only of responses that it names, and uses every response that it names', () => {
    const used = new Set([
      ...connector.records.map(({ rows }) => rows?.split(':')[0]),
      ...responsesOfAccounts(connector),
    ])
    used.delete(undefined)
    expect([...used].sort(), 'a response is read but not named, or named but not read').toEqual(
      Object.keys(connector.responses ?? {}).sort(),
    )
  })

  test('has fields that their records have, and a key made of them', () => {
    for (const { type, fields, key } of connector.records) {
      for (const field of Object.keys(fields)) expect(fieldSchema(type, field), `${type} has no ${field}`).toBeDefined()
      for (const part of key)
        if (typeof part === 'string')
          expect(Object.keys(fields), `key '${part}' is no field of the rule`).toContain(part)
    }
  })

  test('names addresses only by parts that a pattern of its own captures', () => {
    const captured = [...Object.values(connector.responses ?? {}).flat(), ...(connector.pages ?? [])].join(' ')
    for (const name of namesInAddresses(connector))
      expect(captured, `nothing captures {${name}}`).toContain(`{${name}}`)
  })

  test('is of a vendor that the directory lists', () => {
    expect(resolveVendor(connector.vendor)?.domain, `shared/vendor-directory does not list ${connector.vendor}`).toBe(
      connector.vendor,
    )
  })

  test('is at most 150 lines', () => {
    const lines = readFileSync(new URL(`${id}.ts`, home), 'utf8').split('\n').length
    expect(lines, 'split the console, or climb less high: a good connector has 20–60 lines').toBeLessThanOrEqual(150)
  })

  test('has two golden cases at least: the ordinary one, and one with something missing', () => {
    const folder = new URL(`${id}/`, import.meta.url)
    expect(existsSync(folder), `make test/connectors/${id}/<case>/case.json`).toBe(true)
    expect(readdirSync(folder).length, `test/connectors/${id} has one case only`).toBeGreaterThanOrEqual(2)
  })

  test('is shown by its cases where it says it applies: pages match, responses are asked for', () => {
    const folder = new URL(`${id}/`, import.meta.url)
    for (const name of readdirSync(folder)) {
      const golden = JSON.parse(readFileSync(new URL(`${name}/case.json`, folder), 'utf8'))
      expect(
        connector.matches.some((pattern) => matchesPage(pattern, golden.url)),
        `${name}: no pattern matches ${golden.url}`,
      ).toBe(true)
      for (const url of Object.values<string>(golden.responses))
        expect(asksFor(connector, url), `${name}: ${url}`).not.toBeNull()
    }
  })
})

const sourcesOf = (connector: Connector): (Source & { in?: string })[] => [
  ...(connector.account?.id ?? []),
  ...(connector.account?.name ?? []),
  ...connector.records.flatMap(({ fields, account, key }) => [
    ...Object.values(fields).flat(),
    ...(account?.id ?? []),
    ...key.filter((part) => typeof part !== 'string'),
  ]),
]
const responsesOfAccounts = (connector: Connector) => sourcesOf(connector).flatMap((source) => source.in ?? [])
const namesInAddresses = (connector: Connector) =>
  sourcesOf(connector).flatMap((source) => (source.from === 'url' ? source.name : []))

test('no case stands without its connector', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  for (const { name } of folders) expect(ids, `test/connectors/${name} tests no connector`).toContain(name)
})
