import {
  Boxes,
  Building2,
  FileBadge,
  Globe,
  type IconNode,
  Package,
  ReceiptText,
  ShieldCheck,
  ShoppingCart,
  UserRound,
} from 'lucide'
import { searchable } from '../db/listing.ts'
import type { ClientCard } from '../records/clients.ts'
import { t } from '../ui/language.ts'
import { type Act, actsFor } from './acts.ts'
import { findIn } from './find.ts'
import { NameIndex } from './name-index.ts'
import type { ShownThing } from './shown.ts'
import type { Thing } from './things.ts'

/** One line of the list. `client` is whose it is, where that is another than the active one. */
export type Option = {
  id: string
  icon?: IconNode
  title: string
  line: string
  client?: ClientCard
  hue?: number
  run: () => void
}
export type Group = { id: string; name: string; options: Option[] }

const icons: Record<Thing['type'], IconNode> = {
  subscription: Boxes,
  vendor: Building2,
  person: UserRound,
  assignment: UserRound,
  product: Package,
  domain: Globe,
  certificate: FileBadge,
  invoice: ReceiptText,
  control: ShieldCheck,
  lot: ShoppingCart,
  charge: ReceiptText,
}

type Said = { typed: string; things: ShownThing[]; active: ClientCard | null; clients: ClientCard[]; acts: Act[] }
type Does = { open: (thing: ShownThing) => void; switchTo: (client: ClientCard) => void }

/** What is found in groups, the group of the best first; what was opened last, and what can be done, where nothing is typed. */
export function groupsOf({ typed, things, active, clients, acts }: Said, does: Does): Group[] {
  const option = (thing: ShownThing) => optionOf(thing, active, does)
  const isEmpty = typed.trim() === ''
  const found = isEmpty
    ? [{ id: 'recent', name: t('search.recent'), options: things.map(option) }]
    : kindsOf(things).map((kind) => ({
        id: kind,
        name: t(`search.kinds.${kind}`),
        options: things
          .filter((thing) => kindOf(thing) === kind)
          .slice(0, 6)
          .map(option),
      }))
  const fitting = isEmpty ? acts : actsFor(acts, typed)
  const ofActs = (is: Act['is']) =>
    fitting
      .filter((act) => act.is === is)
      .map(({ id, name, icon, run }): Option => ({ id, icon, title: name, line: '', run }))
  return [
    ...found,
    { id: 'clients', name: t('search.clients'), options: isEmpty ? [] : clientOptions(typed, active, clients, does) },
    { id: 'acts', name: t('search.acts'), options: ofActs('act') },
    { id: 'areas', name: t('search.goTo'), options: isEmpty ? [] : ofActs('area') },
  ].filter(({ options }) => options.length > 0)
}

const kindOf = ({ type }: ShownThing) => (type === 'assignment' ? 'person' : type)

const kindsOf = (things: ShownThing[]) => [...new Set(things.map(kindOf))]

function optionOf(thing: ShownThing, active: ClientCard | null, does: Does): Option {
  const { type, id, client, title, line } = thing
  const own = client.id === active?.id
  return {
    id: `${type}-${id}`,
    icon: icons[type],
    title,
    line,
    ...(own ? {} : { client }),
    run: () => does.open(thing),
  }
}

function clientOptions(typed: string, active: ClientCard | null, clients: ClientCard[], does: Does): Option[] {
  const index = new NameIndex<ClientCard>()
  for (const client of clients) index.add(searchable(client.name), 0, client)
  return findIn([index], searchable(typed), 5, ({ name }) => searchable(name)).map(({ of }) => ({
    id: `client-${of.id}`,
    hue: of.hue,
    title: of.name,
    line: of.id === active?.id ? t('search.isActive') : t('search.switchTo'),
    run: () => does.switchTo(of),
  }))
}
