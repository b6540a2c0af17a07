import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from '../../extension/connector-kit/parse.ts'
import { readMaterial } from '../../extension/connector-kit/run.ts'
import { connectors } from '../../extension/connectors/index.ts'
import { recordsFromTables } from '../../extension/heuristics/records.ts'
import { tablesFromCsv } from '../support/csv.ts'

/** STOCKTAKE_FUZZ=100000 runs the full number, and holds each input to its time and all of them to the memory. */
const asked = Number(process.env.STOCKTAKE_FUZZ ?? 0)
const runs = asked || 5000
const at = '2026-11-23T10:00:00Z'

const root = fileURLToPath(new URL('../..', import.meta.url))
const texts = (folder: string, name: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => name.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8'))
    : []
/** Our own practice material, and real material where it is. Small ones, so that many can be mutated. */
const payloads = [
  ...texts(join(root, 'test/connectors'), /responses.[^/\\]*\.json$/),
  ...texts(join(root, '../shared/corpus/api'), /payload\.json$/),
].filter((text) => text.length < 8_000)

const urls = [
  'https://admin.microsoft.com/subscriptions',
  'https://github.com/organizations/acme/billing',
  'https://console.example/users',
  'https://[::1]:0/%E0%A4%A/domains',
  'about:blank',
]

/** What hostile or broken services put where a value should stand. */
const pieces = [
  ...['"__proto__":{"polluted":true},', '"constructor":{"prototype":{"polluted":true}},', '"\\u005f_proto__":1,'],
  ...[
    'null',
    'true',
    '1e999',
    '-0',
    '1e-320',
    '9007199254740993',
    '""',
    '[]',
    '{}',
    '[[[]]]',
    '"\\ud800"',
    '\u0000',
    '\u2028',
  ],
  ...['"9999-12-31"', '"99/99/9999"', '"1,2,3.4.5 €"', '"a@b.example"', '"42 of 50"', '"∞"', '"P999Y"', '"/Date(-1)/"'],
  ...[
    '"nanos":1e300,',
    '"units":"x",',
    '"columns":["a","a"],',
    '"rows":[[1],[2,3]],',
    '".tag":{".tag":"x"},',
    '"type":"x","id":1,"attributes":{},',
  ],
]
/** Texts that a careless pattern would take long over. */
const long = ['a', '1', '1,', '1.', 'a.', 'a@', ' ', '-', '(', '/', 'aA1_', '年', '"', '\\"', 'CN=', 'of '].map(
  (part) => part.repeat(20_000 / part.length),
)

type Mutation = {
  where: number
  length: number
  piece: string
  kind: 'insert' | 'replace' | 'remove' | 'repeat' | 'value'
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 60 }),
  piece: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.constantFrom(...long) },
  ),
  kind: fc.constantFrom('insert', 'replace', 'remove', 'repeat', 'value'),
})

function mutated(text: string, { where, length, piece, kind }: Mutation): string {
  const from = Math.floor(where * text.length)
  if (kind === 'value') return withValue(text, from, piece)
  if (kind === 'repeat') return text.slice(0, from) + text.slice(from, from + length).repeat(20) + text.slice(from)
  const middle = kind === 'remove' ? '' : piece
  return text.slice(0, from) + middle + text.slice(kind === 'insert' ? from : from + length)
}

/** Another value after the next colon: the text stays JSON most of the time. */
function withValue(text: string, from: number, piece: string): string {
  const colon = text.indexOf(':', from)
  const end = colon < 0 ? -1 : text.slice(colon).search(/[,}\]]/)
  if (end < 0) return text
  const value = /^[[{"]|^-?\d|^(?:true|false|null)$/.test(piece) && !piece.endsWith(',') ? piece : JSON.stringify(piece)
  return `${text.slice(0, colon + 1)}${value}${text.slice(colon + end)}`
}

const key = fc.oneof(
  fc.constantFrom(
    'users',
    'email',
    'plan',
    'seats',
    'status',
    'price',
    'currency',
    '__proto__',
    'expires',
    '',
    'items',
  ),
  fc.constantFrom(
    'columns',
    'rows',
    'data',
    'attributes',
    '.tag',
    '#text',
    'units',
    'nanos',
    'currencyCode',
    'included',
  ),
  fc.string({ maxLength: 12 }),
)
const { body } = fc.letrec((tie) => ({
  body: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 1793059200, 1793059200000, 20261027),
    fc.constantFrom('a@b.example', '2027-01-01', '9,99 €', 'active', 'USD', 'one.example', 'monthly', 'true'),
    fc.string({ unit: 'binary', maxLength: 30 }),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('body'), { maxLength: 5 }),
  object: fc.dictionary(key, tie('body'), { maxKeys: 6 }),
}))

const nested = fc
  .tuple(
    fc.constantFrom('{"a":', '[', '{"items":[', '{"#text":', '{"attributes":'),
    fc.integer({ min: 1, max: 20_000 }),
  )
  .map(([open, levels]) => open.repeat(levels))
const wide = fc
  .tuple(
    fc.constantFrom('{"email":"a@b.example"}', '{"plan":"x","seats":5}', '[1,2]', '"x"', '{"a":{"b":1}}'),
    fc.integer({ min: 1, max: 3000 }),
  )
  .map(([row, times]) => `{"users":[${Array(times).fill(row).join()}]}`)
const separated = fc
  .array(
    fc.array(fc.constantFrom('Product', 'Seats', '5', '2027-01-01', '"', '""', 'a;b', '\t', '9,99 €'), {
      maxLength: 8,
    }),
    {
      maxLength: 30,
    },
  )
  .map((rows) => rows.map((row) => row.join(',')).join('\n'))

const input = fc.oneof(
  {
    weight: 60,
    arbitrary: fc
      .tuple(fc.constantFrom(...payloads), fc.array(mutation, { minLength: 1, maxLength: 6 }))
      .map(([text, all]) => all.reduce(mutated, text)),
  },
  { weight: 25, arbitrary: body.map((value) => JSON.stringify(value)) },
  { weight: 5, arbitrary: nested },
  { weight: 2, arbitrary: wide },
  { weight: 6, arbitrary: separated },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
)

function readAll(text: string, url: string): void {
  parseJson(text)
  const around = { url, title: '', lang: '', at }
  readMaterial(
    { ...around, responses: [{ url, text }], page: null },
    connectors,
    '00000000-0000-4000-8000-000000000000',
  )
  recordsFromTables(tablesFromCsv(text), { ...around, headings: [] })
}

/** Processor time, so that a machine that is busy with something else does not count. */
const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void // the engine's own, under its flag
function heapInUse(): number {
  collect()
  return process.memoryUsage().heapUsed
}

test(`${runs} malformed and hostile inputs are read without a throw and without a trace`, () => {
  let slowest = { ms: 0, text: '' }
  let count = 0
  const heap: number[] = []
  fc.assert(
    fc.property(input, fc.constantFrom(...urls), (text, url) => {
      const start = spent()
      readAll(text, url)
      const ms = spent() - start
      // The first ones warm the engine, as the worker's first pages do.
      if (count > 500 && ms > slowest.ms) slowest = { ms, text: text.slice(0, 200) }
      count += 1
      if (asked && count % Math.ceil(runs / 20) === 0) heap.push(heapInUse())
      return ({} as Record<string, unknown>).polluted === undefined
    }),
    { numRuns: runs, ...(asked ? {} : { seed: 20261127 }) },
  )
  if (!asked) return
  const megabytes = heap.map((bytes) => Math.round(bytes / 1e6))
  console.log(
    `${count} inputs, the slowest ${slowest.ms.toFixed(0)} ms, heap ${megabytes.join(' ')} MB: ${slowest.text}`,
  )
  expect(slowest.ms).toBeLessThan(250)
  // The least of the last quarter against the least of the first: what collecting leaves behind does not grow.
  expect(Math.min(...megabytes.slice(-5))).toBeLessThan(Math.min(...megabytes.slice(0, 5)) + 50)
}, 3_600_000)
