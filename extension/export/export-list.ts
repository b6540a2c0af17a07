import type { Day } from '../../shared/model/day.ts'
import { jsonFile, saveFile } from '../ui/save-file.ts'
import { csvOf } from './csv.ts'
import { fileName } from './file-name.ts'
import { jsonOf } from './json.ts'
import type { List } from './list.ts'
import { tableOf } from './table.ts'

export const formats = ['xlsx', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

/** A list as a file in one of the formats. */
export async function listFile<Row>(list: List<Row>, format: Format): Promise<Blob> {
  if (format === 'json') return jsonFile(jsonOf(list))
  if (format === 'csv') return new Blob([csvOf(tableOf(list))], { type: 'text/csv;charset=utf-8' })
  // In a file of its own: only who wants a workbook loads what writes it.
  const { workbookOf } = await import('./workbook.ts')
  return workbookOf([tableOf(list)])
}

/** Whose list it is, and of when. */
export type Whose = { client: string | undefined; today: Day }

/** Saves what is shown, under the names of the client and the list. */
export async function exportList<Row>(list: List<Row>, format: Format, { client = '', today }: Whose): Promise<void> {
  saveFile(fileName([client, list.name], today, format), await listFile(list, format))
}
