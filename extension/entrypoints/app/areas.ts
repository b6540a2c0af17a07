import {
  Boxes,
  BriefcaseBusiness,
  Building2,
  CalendarClock,
  ChartColumnStacked,
  Coins,
  Download,
  FileSpreadsheet,
  type IconNode,
  Lightbulb,
  Settings,
  Users,
} from 'lucide'
import { Uuid } from '../../../shared/model/id.ts'

/** The areas of the full page, in the order of its navigation: of all clients first, then of the active one. */
export const areas = [
  { id: 'portfolio', icon: BriefcaseBusiness },
  { id: 'findings', icon: Lightbulb },
  { id: 'inventory', icon: Boxes },
  { id: 'renewals', icon: CalendarClock },
  { id: 'spend', icon: ChartColumnStacked },
  { id: 'people', icon: Users },
  { id: 'vendors', icon: Building2 },
  { id: 'rates', icon: Coins },
  { id: 'import', icon: FileSpreadsheet },
  { id: 'export', icon: Download },
  { id: 'settings', icon: Settings },
] as const satisfies {
  id: string
  icon: IconNode
}[]
export type AreaId = (typeof areas)[number]['id']

/** What is shown where the address names no area. */
const home: AreaId = 'findings'

/** The area that stands behind the `#`, and which of its things: `#inventory/ID`, or its parts: `#settings/storage`. */
export function placeIn(hash: string): { area: AreaId; of: Uuid | undefined; part: string | undefined } {
  const [name, id] = hash.slice(1).split('/')
  const area = areas.find((each) => each.id === name)?.id ?? home
  return { area, of: Uuid.safeParse(id).data, part: decoded(id) }
}

/** As it was before it became part of an address; what nobody of ours wrote names nothing. */
function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text)
  } catch {
    return undefined
  }
}
