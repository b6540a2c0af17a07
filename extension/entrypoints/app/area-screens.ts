import type { FunctionComponent } from 'preact'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import { InventoryScreen } from '../../inventory/inventory-screen.tsx'
import { beginEntries } from '../../inventory/use-entries.ts'
import type { ClientCard } from '../../records/clients.ts'
import type { AreaId } from './areas.ts'

export type AreaProps = {
  db: Database
  active: ClientCard | null
  clients: ClientCard[]
  onSwitch: (client: Uuid) => Promise<void>
  today: Day
  of: Uuid | undefined
  part: string | undefined
}
type Screen = FunctionComponent<AreaProps>

/**
 * Each area is a file of its own, read from the disk when it is first looked at; but the Inventory comes with the page:
 * asked for by a script, its files were begun only when the page's own had run.
 */
const loads: Record<AreaId, () => Promise<Screen>> = {
  portfolio: async () => (await import('../../portfolio/portfolio-screen.tsx')).PortfolioScreen,
  findings: async () => (await import('../../findings/findings-screen.tsx')).FindingsScreen,
  inventory: async () => InventoryScreen,
  renewals: async () => (await import('../../renewals/renewals-screen.tsx')).RenewalsScreen,
  spend: async () => (await import('../../spend/spend-screen.tsx')).SpendScreen,
  people: async () => (await import('../../people/people-screen.tsx')).PeopleScreen,
  vendors: async () => (await import('../../vendors/vendors-screen.tsx')).VendorsScreen,
  rates: async () => (await import('../../rates/rates-screen.tsx')).RatesScreen,
  import: async () => (await import('../../import/import-screen.tsx')).ImportScreen,
  export: async () => (await import('./export.tsx')).Export,
  settings: async () => (await import('./settings.tsx')).Settings,
}

const loaded = new Map<AreaId, Screen>()

/** The area's screen, where it is there already: it is painted at once then. */
export const areaNow = (area: AreaId): Screen | undefined => loaded.get(area)

export async function loadArea(area: AreaId): Promise<Screen> {
  const screen = loaded.get(area) ?? (await loads[area]())
  loaded.set(area, screen)
  return screen
}

/** The areas that stand on the whole inventory. */
const whole: readonly AreaId[] = ['findings', 'renewals', 'spend', 'people', 'vendors']

/** What the area paints first, where that is much: read while the page is being loaded. */
export async function readAhead(area: AreaId, db: Database, client: Uuid, today: Day): Promise<void> {
  if (area === 'inventory') await beginEntries(db, client, today)
  // Begun, and not waited for: of a large client it takes long, and the frame stands meanwhile.
  if (whole.includes(area)) void beginWhole(db, client, today)
}

/** What fails is asked for again by the screen, which then says why. */
const beginWhole = async (db: Database, client: Uuid, today: Day) =>
  (await import('../../records/followed-whole.ts')).followedWhole(db, client, today).catch(() => undefined)
