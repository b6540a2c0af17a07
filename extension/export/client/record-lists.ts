import type { Belief } from '../../../shared/inventory/belief.ts'
import type { Names } from '../../../shared/inventory/names.ts'
import { maskedFields } from '../../../shared/inventory/people/masked.ts'
import { peopleModeOf } from '../../../shared/inventory/people/mode.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Fields } from '../../../shared/model/observation.ts'
import type { ClientType } from '../../../shared/model/record-type.ts'
import type { Whole } from '../../records/whole.ts'
import { type FieldWords, fieldWords } from '../../ui/field-words.ts'
import { dayOf } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import { countOf, moneyOf, textOf, valueText } from '../../ui/value-text.ts'
import type { Column, List } from '../list.ts'

/** What is told field by field. What people said of findings stands beside these; who took notice of an alert is in the archive. */
export const recordTypes = [
  ...(['subscription', 'lot', 'decision', 'assignment', 'person', 'invoice', 'charge'] as const),
  ...(['domain', 'certificate', 'control', 'product'] as const),
]
export type RecordTypeTold = (typeof recordTypes)[number]

/** A record as it is believed, its people as the client's mode shows them. */
type Told = { of: Pick<Belief<ClientType>, 'id' | 'vendor' | 'account' | 'seenAt'>; fields: Fields }

/** All records of one type with every field that any of them has. */
export function recordList({ inventory, client, names }: Whole, type: RecordTypeTold): List<Told> {
  const mode = peopleModeOf(client)
  const nameOf = new Map(inventory.beliefs.subscription.map(({ id, values, vendor }) => [id, nameIn(values, vendor)]))
  // A made-up name is made of whose it is: the same in every area and file.
  const keyOf = (belief: Belief<ClientType>) =>
    belief.type === 'assignment' ? (inventory.persons.of(belief as Belief<'assignment'>)?.key ?? belief.id) : belief.id
  const rows = inventory.beliefs[type].map((of: Belief<ClientType>): Told => {
    const values = of.values as Fields // whatever its type, its fields are field values
    return { of, fields: maskedFields(type, values, mode, keyOf(of)) }
  })
  const known = new Set(rows.flatMap(({ fields }) => Object.keys(fields)))
  const told = Object.entries(fieldWords[type]).filter(([field]) => known.has(field))
  return {
    name: t(`export.sheet.${type}`),
    columns: [
      ...vendorColumns(names),
      ...told.map(([field, words]) => columnOf(type, field, words, nameOf)),
      { id: 'record', label: t('values.record', type), kind: 'text', of: ({ of }) => of.id },
      { id: 'seenOn', label: t('common.lastSeen'), kind: 'day', of: ({ of }) => seenOn(of.seenAt) },
    ],
    rows,
  }
}

const nameIn = ({ product, plan, sku }: Belief<'subscription'>['values'], vendor: string): string =>
  [product ?? sku ?? vendor, plan].filter(Boolean).join(' · ')

const seenOn = (seenAt: string) => (seenAt === '' ? undefined : dayOf(new Date(seenAt)))

const vendorColumns = (names: Names): Column<Told>[] => [
  {
    id: 'vendor',
    label: t('common.vendor'),
    kind: 'text',
    of: ({ of: { vendor } }) => (vendor === '' ? undefined : names.vendor(vendor).name),
  },
  {
    id: 'account',
    label: t('common.account'),
    kind: 'text',
    of: ({ of: { account } }) => account?.name ?? account?.id,
  },
]

/** Numbers, amounts, days and yes or no stay what they are; all else is said as on screen. */
function columnOf(type: ClientType, id: string, words: FieldWords, nameOf: Map<Uuid, string>): Column<Told> {
  const { label, kind } = words
  const about = { id, label }
  if (id === 'subscription')
    return { ...about, kind: 'text', of: ({ fields }) => nameOf.get(textOf(fields[id]) ?? '') ?? textOf(fields[id]) }
  if (kind === 'count') return { ...about, kind, of: ({ fields }) => countOf(fields[id]) }
  if (kind === 'money') return { ...about, kind, of: ({ fields }) => moneyOf(fields[id]) }
  if (kind === 'day') return { ...about, kind, of: ({ fields }) => textOf(fields[id]) }
  if (kind === 'flag')
    return { ...about, kind, of: ({ fields }) => (fields[id] === undefined ? undefined : fields[id] === true) }
  return {
    ...about,
    kind: 'text',
    of: ({ fields }) => {
      const value = fields[id]
      return value === undefined ? undefined : valueText(type, id, value)
    },
  }
}
