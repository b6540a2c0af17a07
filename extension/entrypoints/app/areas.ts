import { Building2, Coins, FileSpreadsheet, type IconNode, Lightbulb } from 'lucide'

/** The areas of the full page, in the order of its navigation. The first is shown where the address names none. */
export const areas = [
  { id: 'findings', label: 'Findings', icon: Lightbulb },
  { id: 'vendors', label: 'Vendors', icon: Building2 },
  { id: 'rates', label: 'Client and rates', icon: Coins },
  { id: 'import', label: 'Import', icon: FileSpreadsheet },
] as const satisfies {
  id: string
  label: string
  icon: IconNode
}[]
export type AreaId = (typeof areas)[number]['id']

/** The area that stands behind the `#`; anything else there is not looked at. */
export const areaIn = (hash: string): AreaId => areas.find(({ id }) => hash === `#${id}`)?.id ?? areas[0].id
