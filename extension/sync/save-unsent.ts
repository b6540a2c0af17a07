import type { Database } from '../db/database.ts'
import { saveFile } from '../ui/save-file.ts'

const fileName = 'unsent-changes.stocktake.json'

/** F23: hands the unsent edits of locked clients to the person. What takes them is loaded at its need. */
export async function saveUnsent(db: Database): Promise<void> {
  const { takeUnsent } = await import('./unsent.ts')
  const text = await takeUnsent(db, new Date())
  if (text !== null) saveFile(fileName, text)
}
