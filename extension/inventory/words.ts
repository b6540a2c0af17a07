import { formatCount, plural } from '../ui/format.ts'

/** Every sentence of the inventory screens. */
export const words = {
  firstTitle: 'Which client do you advise?',
  first:
    'Everything you accept is kept under one client. Start with the one whose admin console you are about to open; others can follow any time.',
  clientName: 'Client’s name',
  namePlaceholder: 'Contoso Ltd',
  create: 'Create client',
  createNamed: (name: string) => `Create “${name}”`,
  switchClient: 'Switch client',
  findClient: 'Find or create a client',
  clients: 'Clients',
  active: 'active',
  noMatch: 'No client of this name. Type on to create one.',
  chooseClient: 'Choose a client',
  switched: (name: string) => `Now working for ${name}`,
  due: 'Due within 90 days',
  nothingDue: (count: number) =>
    count === 0
      ? 'Nothing is due within 90 days.'
      : `Nothing is due within 90 days among ${plural(count, 'subscription')}.`,
  renews: 'renews',
  renewsItself: 'renews by itself',
  ends: 'ends',
  renewal: 'due',
  more: (count: number) => `+${formatCount(count)}`,
  dueCount: (count: number) => `${plural(count, 'subscription')} due within 90 days`,
  inventory: 'Inventory',
  search: 'Search product, vendor, plan, SKU',
  shownOf: (shown: number, total: number) =>
    shown === total ? plural(total, 'subscription') : `${formatCount(shown)} of ${plural(total, 'subscription')}`,
  noHit: (search: string) => `Nothing matches “${search}”.`,
  clearSearch: 'Clear search',
  empty: 'No subscription yet. Open an admin console, allow it once, and accept what Stocktake finds on its pages.',
  notShown: 'not shown',
  priceNotShown: 'price not shown',
  renewalNotShown: 'renewal not shown',
  seatsNotShown: 'seats not shown',
  unlimited: 'unlimited seats',
  seats: 'seats',
  of: 'of',
  assigned: 'assigned',
  perUnit: 'per unit',
  lastSeen: 'Last seen',
  account: 'Account',
  conflict: 'two values: choose one',
} as const
