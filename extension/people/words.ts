import type { MaybeSame } from '../../shared/inventory/people/maybe-same.ts'
import type { Left } from '../../shared/inventory/people/persons.ts'
import type { PeopleFilter, PeopleOrder } from '../../shared/inventory/people/rows.ts'
import type { SeatCost } from '../../shared/inventory/people/seats.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { PersonKind } from '../../shared/model/person.ts'
import { formatCount, plural } from '../ui/format.ts'

/** Every sentence of the people. */
export const words = {
  title: 'People',
  noClientTitle: 'Choose a client first',
  noClient: 'People are listed for one client. Choose it in the banner above.',
  empty: 'Nobody yet',
  emptyText:
    'People appear with the first seats that you accept or import: open the users of an admin console, or import a list of them.',
  import: 'Import a file',
  addPerson: 'Add a person',
  modes: {
    full: 'Shown by their names.',
    pseudonymous: 'Shown under made-up names, without addresses or excerpts.',
    'counts-only': 'Only counted; nobody is listed.',
  } satisfies Record<PeopleMode, string>,
  changeMode: 'Change in Client and rates',

  persons: (count: number) => plural(count, 'person', 'people'),
  accounts: (count: number) => plural(count, 'account'),
  nobodys: (count: number) => plural(count, 'account of nobody', 'accounts of nobody'),
  seats: (count: number) => plural(count, 'seat'),
  yearly: 'a year',
  upTo: 'up to',
  how: 'How is this counted?',
  howPersons: (persons: number, nobodys: number) =>
    `${plural(persons, 'person', 'people')}: accounts that show the same address are one person’s, and all addresses that somebody listed for a person are that person’s. Names are never compared.${
      nobodys === 0
        ? ''
        : ` ${plural(nobodys, 'account')} without an address ${nobodys === 1 ? 'is' : 'are'} counted for itself.`
    }`,
  howSeats: (seats: number) =>
    `${plural(seats, 'seat')}: every product that a console shows given to somebody, without those taken away. An account in a console that is no seat of a product is not counted. Consoles may show more people than were looked at.`,
  howCost:
    'A year of each seat, by the price of its subscription: of several prices the least. Free ones, trials and what has ended cost nothing.',
  leftOut: (unpriced: number, unconverted: number) =>
    [
      unpriced > 0 ? `${plural(unpriced, 'seat')} without a known price` : '',
      unconverted > 0 ? `${plural(unconverted, 'seat')} without an exchange rate` : '',
    ]
      .filter(Boolean)
      .join(' and '),
  notInIt: (what: string) => `Not in it: ${what}.`,
  without: (count: number) => `without ${plural(count, 'seat')}`,

  views: { persons: 'People', products: 'Products' },
  viewsLabel: 'People or products',
  search: 'Search name, address, product',
  searchMadeUp: 'Search made-up name, product',
  filtersLabel: 'Who',
  filters: {
    all: 'Everybody',
    leavers: 'Left, still licensed',
    inactive: 'Not used for 90 days',
    'not-a-person': 'Shared and service',
    external: 'External',
    nobodys: 'Nobody’s accounts',
  } satisfies Record<PeopleFilter, string>,
  order: 'Order',
  orders: {
    name: 'Name',
    seats: 'Most seats',
    active: 'Longest not active',
    cost: 'Highest cost',
  } satisfies Record<PeopleOrder, string>,
  columns: {
    name: 'Name',
    products: 'Products',
    product: 'Product',
    active: 'Last active',
    cost: 'A year',
    status: 'Status',
    role: 'Role',
    mfa: 'MFA',
    firstSeen: 'First seen',
    lastSeen: 'Last seen',
    account: 'Account',
    people: 'People',
    external: 'External',
    shared: 'Shared',
    service: 'Service',
    inactive: 'Not used',
    leavers: 'Left',
    held: 'Seats',
    seatCost: 'A seat a year',
    source: 'Source',
  },
  shownOf: (shown: number, total: number) =>
    shown === total
      ? plural(total, 'entry', 'entries')
      : `${formatCount(shown)} of ${plural(total, 'entry', 'entries')}`,
  noHit: 'Nobody matches.',
  showAll: 'Show everybody',
  productsOf: (name: string) => `Products of ${name}`,
  peopleOf: (name: string) => `People with ${name}`,
  more: (count: number) => `+${formatCount(count)}`,
  accountOnly: 'account only',
  consoleAccounts: 'Accounts in the console',
  notShown: 'not shown',
  notPriced: 'price not shown',
  costs: {
    'no-subscription': 'no subscription known',
    'no-price': 'price not shown',
    'mixed-currencies': 'several currencies',
    flat: 'one price for any number',
  } satisfies Record<Extract<SeatCost, { is: 'unknown' }>['why'], string>,
  free: 'nothing',

  kinds: {
    employee: 'employee',
    contractor: 'contractor',
    shared: 'shared account',
    service: 'service account',
    external: 'external',
  } satisfies Record<PersonKind, string>,
  byLook: 'by the look of the address',
  kindNotSaid: 'not said',
  confirm: 'That is right',
  confirmed: (kind: string) => `Noted: ${kind}.`,
  left: { 'last-day': 'left', 'locked-in-directory': 'locked in the directory' } satisfies Record<
    Left['because'],
    string
  >,
  leftOn: (day: string) => `left ${day}`,
  inactiveSeats: (count: number) => `${plural(count, 'seat')} not used`,
  inactive: 'not used for 90 days',
  leaversWith: (count: number) => plural(count, 'seat of somebody who left', 'seats of people who left'),

  back: 'All people',
  gone: 'Nobody is here any more',
  goneText: 'The account or record that this address names was removed, or belongs to another client.',
  facts: 'About this person',
  kind: 'Kind',
  addresses: 'Addresses',
  noAddress: 'No address shown',
  department: 'Department',
  manager: 'Manager',
  startsOn: 'First day',
  endsOn: 'Last day',
  notSaid: 'not said',
  seatsTitle: 'Accounts and seats',
  noSeats: 'No account of this person was seen yet.',
  edit: 'Edit',
  remove: 'Remove what was said',
  removeHint: 'The accounts stay. What people said of this person is taken away.',
  same: 'Same person as …',
  sameTitle: (name: string) => `${name} is the same person as`,
  sameHint:
    'The addresses of both become one person’s. Nothing that a console showed is rewritten, and they can be told apart again.',
  find: 'Find by name or address',
  noneFound: 'Nobody of this name or address.',
  pickMore: (count: number) => `${plural(count, 'more', 'more')}: type on to find them.`,
  join: 'They are one person',
  joined: (one: string, other: string) => `${other} and ${one} are one person now.`,
  separate: 'Separate',
  separateOf: (email: string) => `Separate ${email} from this person`,
  separated: (email: string) => `${email} stands by itself again.`,
  give: 'Whose is it? …',
  giveTitle: (name: string) => `${name} belongs to`,
  giveHint:
    'The address of that person is entered for this account. A console that shows another one later makes it a question.',
  giveIt: 'It is theirs',
  given: (name: string, to: string) => `${name} belongs to ${to} now.`,
  maybe: 'Is this the same person?',
  because: {
    'local-part': 'the same address in another of the client’s domains',
    name: 'the same name',
  } satisfies Record<MaybeSame['because'], string>,
  yesSame: (name: string) => `Yes, ${name} is the same person`,
  yes: 'Yes, the same',
  askedOnly: 'Nothing is taken as the same before somebody says so.',
  named: 'Named people are edited while they are shown by their names.',

  addTitle: 'Add a person',
  editTitle: (name: string) => `About ${name}`,
  name: 'Name',
  addressesHint: 'One a line, or with commas',
  noKind: 'not said',
  save: 'Save',
  cancel: 'Cancel',
  badAddresses: 'One of these is no address. Write them like ada@contoso.com.',
  needsSomething: 'Write a name or an address.',
  saved: (name: string) => `Saved what is known of ${name}.`,
  removed: (name: string) => `Removed what was said of ${name}.`,
  somebody: 'this person',
} as const
