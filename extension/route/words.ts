import type { CapturedType } from '../../shared/model/record-type.ts'
import { plural } from '../ui/format.ts'

/** Every sentence of the capture route. */
export const words = {
  title: 'Capture route',
  progress: (done: number, all: number) => `${done} of ${plural(all, 'page')} looked at today`,
  open: (what: string) => `Open ${what} in a new tab`,
  done: 'looked at today',
  never: 'not looked at yet',
  unseen: (count: number) => `${plural(count, 'thing')} not shown today`,
  noAddress: 'Open its admin console yourself: its address is not the same for everybody.',
  emptyTitle: (client: string) => `No page of ${client} is known yet`,
  empty: 'Look at a first admin console and accept what Stocktake finds. Its pages are on the route from then on.',
} as const

const nouns: Record<CapturedType, [string, string]> = {
  subscription: ['subscription', 'subscriptions'],
  assignment: ['person’s seat', 'people’s seats'],
  invoice: ['invoice', 'invoices'],
  domain: ['domain', 'domains'],
  certificate: ['certificate', 'certificates'],
  control: ['security setting', 'security settings'],
  product: ['discovered product', 'discovered products'],
  charge: ['charge', 'charges'],
}

/** "3 subscriptions, 12 people’s seats". */
export const factsText = (facts: Partial<Record<CapturedType, number>>): string =>
  Object.entries(facts)
    .map(([type, count]) => plural(count, ...nouns[type as CapturedType])) // the keys are of this type
    .join(', ')
