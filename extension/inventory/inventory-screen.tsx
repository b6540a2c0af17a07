import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'

type Props = { db: Database; active: { id: Uuid; name: string } | null; today: Day; of: Uuid | undefined }

export function InventoryScreen(_: Props) {
  return null
}
