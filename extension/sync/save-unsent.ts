import type { Database } from '../db/database.ts'

const fileName = 'unsent-changes.stocktake.json'

/** F23: hands the unsent edits of locked clients to the person. What takes them is loaded at its need. */
export async function saveUnsent(db: Database): Promise<void> {
  const { takeUnsent } = await import('./unsent.ts')
  const text = await takeUnsent(db, new Date())
  if (text === null) return
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  Object.assign(link, { href: address, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
