import type { Day } from '../../../shared/model/day.ts'
import type { Database } from '../../db/database.ts'
import { ExportScreen } from '../../export/client/export-screen.tsx'
import type { ClientCard } from '../../records/clients.ts'
import { clientLists } from './client-lists.ts'

/** Every area tells its own list. */
export const Export = (known: { db: Database; active: ClientCard | null; today: Day }) => (
  <ExportScreen {...known} listsOf={clientLists} />
)
