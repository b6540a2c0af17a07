import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { recordList } from '../../extension/export/client/record-lists.ts'
import { type Format, listFile } from '../../extension/export/export-list.ts'
import type { List } from '../../extension/export/list.ts'
import { finished } from '../../extension/heuristics/steps.ts'
import { dryRun, type RowVerdict } from '../../extension/import/dry-run.ts'
import { mappingOf } from '../../extension/import/mapping.ts'
import { emptyPlan } from '../../extension/import/plan.ts'
import { rowSteps } from '../../extension/import/rows.ts'
import { sheetSteps } from '../../extension/import/sheet.ts'
import { openFile } from '../../extension/import/source.ts'
import { entriesFile } from '../../extension/inventory/entry-file.ts'
import de from '../../extension/locales/de.json' with { type: 'json' }
import en from '../../extension/locales/en.json' with { type: 'json' }
import { editField, stateRecord } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { type Language, speak } from '../../extension/ui/locale.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import { accept, clients } from '../e2e/seed.ts'
import { m365, slack } from '../e2e/seed-content.ts'
import { freshDatabase } from '../support/device.ts'
import { rowsOf } from '../support/imported.ts'
import { twoClients } from '../support/two-clients.ts'

const today = '2027-02-06'
const speakIn = (language: Language) => speak(language, language === 'de' ? de : en)
afterEach(() => speakIn('en'))

/** Imports the bytes of a list as the screen does, up to its dry run. */
async function dryRunOf<Row>(db: Database, client: Uuid, list: List<Row>, format: Format): Promise<RowVerdict[]> {
  const bytes = new Uint8Array(await (await listFile(list, format)).arrayBuffer())
  const name = `list.${format}`
  const source = await openFile(name, bytes)
  if (!source.ok) throw new Error(source.problem.code)
  const at = '2027-02-07T08:00:00.000Z'
  const reading = finished(sheetSteps(source.value.sheets[0]?.grid ?? [], { name, near: [name], at }))
  const mapping = reading && mappingOf(reading, emptyPlan)
  if (!reading || !mapping) throw new Error('not read')
  const rows = finished(rowSteps(reading, mapping, emptyPlan))
  const act = { id: newId(), name, at }
  const running = { signal: new AbortController().signal, onProgress: () => undefined }
  return (await dryRun(db, client, rows, act, running)) ?? []
}

/** What each row would do, but for "nothing". */
const changesIn = (verdicts: RowVerdict[]) =>
  verdicts.flatMap(({ row, kind, faults, planned }) =>
    kind === 'same' && faults.length === 0 ? [] : [{ row, kind, faults, fields: planned.map(({ effect }) => effect) }],
  )

const languages: Language[] = ['en', 'de']
const formats: Format[] = ['csv', 'xlsx']
const ways = languages.flatMap((language) => formats.map((format) => ({ language, format })))

describe.each(ways)('a client’s own list in $language as $format, imported again', ({ language, format }) => {
  test('changes nothing: a list with few columns is no list of another kind', async () => {
    const db = freshDatabase()
    const { id } = await twoClients(db)
    speakIn(language)
    const { columns, ...list } = entriesFile(await wholeOf(db, id, today), today)
    const few = columns.filter(({ id }) => ['vendor', 'product', 'plan', 'purchased', 'record'].includes(id))
    const verdicts = await dryRunOf(db, id, { ...list, columns: few }, format)
    expect([verdicts.length, changesIn(verdicts)]).toEqual([10, []])
  })

  test('changes nothing: the inventory as it is shown', async () => {
    const db = freshDatabase()
    const { id } = await twoClients(db)
    speakIn(language)
    const list = entriesFile(await wholeOf(db, id, today), today)
    const verdicts = await dryRunOf(db, id, list, format)
    expect([verdicts.length, changesIn(verdicts)]).toEqual([10, []])
  })

  test.each(['subscription', 'assignment'] as const)('changes nothing: every %s with all its fields', async (type) => {
    const db = freshDatabase()
    const { id } = await twoClients(db)
    speakIn(language)
    const verdicts = await dryRunOf(db, id, recordList(await wholeOf(db, id, today), type), format)
    expect([verdicts.length, changesIn(verdicts)]).toEqual([type === 'subscription' ? 10 : 14, []])
  })
})

test.each(['pseudonymous', 'counts-only'] as PeopleMode[])('a made-up name is nobody’s name (%s)', async (mode) => {
  const db = freshDatabase()
  const { id } = await twoClients(db, mode)
  const verdicts = await dryRunOf(db, id, recordList(await wholeOf(db, id, today), 'assignment'), 'csv')
  expect([verdicts.length, changesIn(verdicts)]).toEqual([14, []])
})

test('a value that was changed in the file is a change of that record, and of nothing else', async () => {
  const db = freshDatabase()
  const { contoso } = await clients(db)
  const where = { ...m365, source: 'import' as const, at: '2027-01-01T08:00:00.000Z' }
  const rec = await accept(db, { ...where, fields: { product: 'Power BI Pro', seatsPurchased: 40, status: 'active' } })
  await accept(db, { ...where, fields: { product: 'Visio Plan 2', seatsPurchased: 6 } })
  const list = recordList(await wholeOf(db, contoso, today), 'subscription')
  const typed = list.columns.map((column) =>
    column.id === 'seatsPurchased' && column.kind === 'count'
      ? { ...column, of: (row: Parameters<typeof column.of>[0]) => (row.of.id === rec ? 55 : column.of(row)) }
      : column,
  )
  const [change, ...others] = (await dryRunOf(db, contoso, { ...list, columns: typed }, 'xlsx')).filter(
    ({ kind }) => kind !== 'same',
  )
  expect(others).toEqual([])
  expect(change?.planned).toMatchObject([
    { rec, effect: { kind: 'changed', fields: [{ field: 'seatsPurchased', before: 40, after: 55 }] } },
  ])
})

test('another client’s list speaks of none of this client’s records', async () => {
  const db = freshDatabase()
  const { id, other } = await twoClients(db)
  const list = recordList(await wholeOf(db, id, today), 'subscription')
  const verdicts = await dryRunOf(db, other, list, 'csv')
  expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(['new']))
  expect(verdicts.flatMap(({ planned }) => planned.map(({ rec }) => rec))).not.toContain(list.rows[0]?.of.id)
})

const money = fc.record({
  minor: fc.integer({ min: -1e9, max: 1e9 }),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD', null),
})
const period = fc.record({
  count: fc.integer({ min: 1, max: 120 }),
  unit: fc.constantFrom('day', 'week', 'month', 'year'),
})
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
/** Texts that a spreadsheet would take for formulas, or a reader for something else. */
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' }).map((said) => `N${said}.`),
  fc.constantFrom(
    '=1+1',
    '+49 30',
    '-5',
    '@x',
    'Total',
    '03/04/2027',
    '1.234,50',
    'yes',
    'Ä "b", c; d',
    "'quoted",
    '2027-01-01',
  ),
)
const anything = fc.record(
  {
    ...{ plan: text, sku: text, subscriptionId: text, metric: text, owner: text, reseller: text },
    ...{ seatsPurchased: fc.nat(1e9), seatsAvailable: fc.integer({ min: -1e9, max: 1e9 }), unlimited: fc.boolean() },
    ...{
      unitPrice: money,
      totalPrice: money,
      billingPeriod: period,
      noticePeriod: period,
      alertDays: fc.constant<number[]>([90, 30]),
    },
    ...{
      startsOn: day,
      renewsOn: day,
      autoRenews: fc.boolean(),
      status: fc.constantFrom('active', 'past-due', 'expired'),
    },
    ...{ kind: fc.constantFrom('saas', 'telecom'), payer: fc.constantFrom('msp', 'employee') },
  },
  { requiredKeys: [] },
)

test('whatever a subscription says, its own row says the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anything, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...ways),
      async (all, { language, format }) => {
        const db = freshDatabase()
        const { contoso } = await clients(db)
        for (const [nth, fields] of all.entries())
          await accept(db, { ...slack, source: 'import', fields: { product: `Product ${nth}`, ...fields } as Fields })
        speakIn(language)
        const list = recordList(await wholeOf(db, contoso, today), 'subscription')
        const verdicts = await dryRunOf(db, contoso, list, format)
        expect([verdicts.length, changesIn(verdicts)]).toEqual([list.rows.length, []])
      },
    ),
    { numRuns: 25 },
  )
})

describe('words of a choice are read in every language, whichever is chosen', () => {
  const files: Record<Language, string> = {
    en: 'Product,Vendor,Seats purchased,Status,Paid by\nBoard,Acme,5,past due,an employee\n',
    de: 'Produkt;Anbieter;Gekaufte Plätze;Status;Bezahlt von\nBoard;Acme;5;überfällig;einem Mitarbeiter\n',
  }
  const plan = {
    type: 'subscription' as CapturedType,
    columns: { 0: 'product', 2: 'seatsPurchased', 3: 'status', 4: 'payer' },
  }
  test.each(languages.flatMap((file) => languages.map((chosen) => ({ file, chosen }))))(
    'a file in $file where $chosen is chosen',
    async ({ file, chosen }) => {
      speakIn(chosen)
      const [row] = await rowsOf(files[file], plan)
      expect([row?.faults, row?.records[0]?.fields]).toMatchObject([[], { status: 'past-due', payer: 'employee' }])
    },
  )
})

test('what only people wrote, and seats that are only counted, come back as what is here already', async () => {
  const db = freshDatabase()
  const { contoso } = await clients(db)
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, contoso, 'peopleMode', 'counts-only')
  for (const email of ['ada@contoso.example', 'bo@contoso.example'])
    await accept(db, { ...slack, type: 'assignment', fields: { email, product: 'Slack', status: 'active' } })
  const money = { minor: 12_000, currency: 'EUR' }
  for (const description of ['Slack, by hand', 'Zoom, by hand'])
    await stateRecord(db, contoso, 'charge', { description, billedCost: money, billedOn: '2027-01-01' }, newId())
  const whole = await wholeOf(db, contoso, today)
  for (const [type, count] of [
    ['assignment', 2],
    ['charge', 2],
  ] as const) {
    const verdicts = await dryRunOf(db, contoso, recordList(whole, type), 'csv')
    expect(verdicts.map(({ kind, aside }) => [kind, aside])).toEqual(Array(count).fill(['aside', 'here']))
  }
})
