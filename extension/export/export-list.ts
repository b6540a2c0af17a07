import { csvOf } from './csv.ts'
import { jsonOf } from './json.ts'
import type { List } from './list.ts'
import { tableOf } from './table.ts'

export type Format = 'csv' | 'xlsx' | 'json'

/** A list as a file in one of the formats. */
export async function listFile<Row>(list: List<Row>, format: Format): Promise<Blob> {
  if (format === 'json') return new Blob([jsonOf(list)], { type: 'application/json' })
  if (format === 'csv') return new Blob([csvOf(tableOf(list))], { type: 'text/csv;charset=utf-8' })
  // In a file of its own: only who wants a workbook loads what writes it.
  const { workbookOf } = await import('./workbook.ts')
  return new Blob([workbookOf([tableOf(list)])], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

/** Saves what is shown to the person's downloads, without the permission that the API for downloads asks for. */
export async function exportList<Row>(list: List<Row>, format: Format): Promise<void> {
  const address = URL.createObjectURL(await listFile(list, format))
  const link = document.createElement('a')
  link.href = address
  link.download = `${list.name.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'list'}.${format}`
  link.click()
  // The browser takes hold of the content after the click; taken back at once, some save nothing.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
