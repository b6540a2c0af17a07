import { peopleModeOf } from '../../../shared/inventory/people/mode.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import { pause } from '../../../shared/pause.ts'
import type { Database } from '../../db/database.ts'
import { type Whole, wholeOf } from '../../records/whole.ts'
import { t } from '../../ui/language.ts'
import type { Plain, Table } from '../list.ts'
import type { Running } from '../running.ts'
import { tableOf } from '../table.ts'
import { workbookOf } from '../workbook.ts'
import { recordList, recordTypes } from './record-lists.ts'
import { leftOut, peopleWords } from './words.ts'

/** The lists of the areas, as they tell them. */
export type ListsOf = (whole: Whole, today: Day) => Table[]
type Workbook = { file: Blob; sheets: number; rows: number }

/** One client as a workbook: what is derived, list by list, then what is recorded, type by type; first what it is. */
export async function clientWorkbook(
  db: Database,
  client: Uuid,
  today: Day,
  listsOf: ListsOf,
  running: Running,
): Promise<Workbook> {
  running.onProgress({ is: 'working-out', done: 0, all: 0 })
  await pause()
  const whole = await wholeOf(db, client, today)
  running.signal.throwIfAborted()
  await pause()
  const tables = [...listsOf(whole, today), ...recordTypes.map((type) => tableOf(recordList(whole, type)))].filter(
    ({ count }) => count > 0,
  )
  const file = await workbookOf([aboutTable(whole, today, tables), ...tables], running)
  return { file, sheets: tables.length + 1, rows: tables.reduce((sum, { count }) => sum + count, 0) }
}

/** Whose it is, of when, what is in it, and what is not. */
function aboutTable({ client }: Whole, today: Day, tables: Table[]): Table {
  const text = (said: string): Plain => ({ kind: 'text', text: said })
  const rows: Plain[][] = [
    [text(t('export.about.asOf')), { kind: 'day', day: today }],
    ...tables.map(({ name, count }): Plain[] => [text(name), { kind: 'number', digits: String(count) }]),
    ...[peopleWords(peopleModeOf(client)), ...leftOut('workbook')].map((said) => [
      text(t('export.about.note')),
      text(said),
    ]),
  ]
  return {
    name: t('export.about.title'),
    heads: [t('export.about.client'), client.name ?? ''],
    count: rows.length,
    rows,
  }
}
