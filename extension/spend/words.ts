import type { Sum } from '../../shared/inventory/money/sums.ts'
import type { NotForecast } from '../../shared/inventory/spend/forecast.ts'
import type { NotSpend } from '../../shared/inventory/spend/lines.ts'
import type { Match } from '../../shared/inventory/spend/matching.ts'
import type { Month } from '../../shared/inventory/spend/split.ts'
import { formatCount, formatDay, formatMoney, plural } from '../ui/format.ts'
import { counted, notForecast, notSpend } from './reason-words.ts'

const lines = (count: number) => plural(count, 'line')
const seats = (count: number) => plural(count, 'unit')

/** "Mar", or "Mar 2026" where the year is not said beside it. */
export const monthWords = (month: Month, year = false): string =>
  new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC', ...(year ? { year: 'numeric' } : {}) }).format(
    Date.parse(`${month}-01`),
  )

/** "€10K": where an axis has no room for more. */
export const shortMoney = (minor: number, currency: string, exponent: number): string =>
  new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(minor / 10 ** exponent)

export const sumsWords = (sums: Sum[]): string => sums.map((sum) => formatMoney(sum)).join(' + ')

const latest = 'Last 12 months'

/** Every sentence of spend. */
export const words = {
  title: 'Spend',
  noClientTitle: 'Choose a client first',
  noClient: 'Bills are looked at for one client. Choose it in the banner above.',
  emptyTitle: 'No bill yet',
  empty:
    'Look at a vendor’s billing page, import a list of invoices or a cost export in FOCUS columns, or type a line from a paper bill.',
  importFile: 'Import a file',
  add: 'Add a line',
  year: 'Year',
  latest,
  view: 'How it is counted',
  views: { cash: 'As billed', spread: 'Over the days' },
  viewHint: {
    cash: 'Each bill stands in the month of its day.',
    spread: 'Each bill is spread over the days that it covers, by what they cost.',
  },
  by: 'Bars by',
  bys: { vendor: 'Vendor', category: 'Category' },
  tabs: { overview: 'Overview', lines: 'Lines', settle: 'To settle' },
  tabList: 'Parts of spend',

  lookBack: (label: string) => (label === latest ? 'Spent in the last 12 months' : `Spent in ${label}`),
  forecast: 'Next 12 months',
  forecastHint: 'By today’s prices and terms',
  sure: 'Sure',
  ifRenewed: 'If renewed',
  sureOf: (amount: string) => `${amount} sure`,
  ifRenewedOf: (amount: string) => `${amount} only if renewed`,
  nothingIn: 'Nothing was billed in these months, as far as anybody has seen.',
  nothingAhead: 'Nothing can be foreseen yet: it takes a price, a billing period and a day of the term.',
  table: 'As a table',
  month: 'Month',
  total: 'Total',
  chart: (title: string) => `${title}, month by month. The same figures stand in the table below.`,
  part: (name: string, month: string, amount: string) => `${name}, ${month}: ${amount}`,
  linesOf: (month: string) => `Lines of ${month}`,

  byVendor: 'By vendor',
  byCategory: 'By category',
  previous: '12 months before',
  rest: 'All others',
  noVendor: 'Vendor not shown',
  noCategory: 'not stated',
  partOut: (sums: string) => `without ${sums}: no exchange rate`,
  billedAs: (sums: string) => `billed ${sums}`,
  converted: (pairs: string[]) => `Each bill is converted at the rate of its day: ${pairs.join('; ')}.`,
  ratesOf: (pair: string, first: string, last: string) =>
    first === last ? `${pair} of ${formatDay(first)}` : `${pair} of ${formatDay(first)} to ${formatDay(last)}`,
  without: 'What these sums are without',
  leftOut: (count: number, sums: string, reasons: string) => `${lines(count)} (${sums}): ${reasons}`,
  undated: (count: number) => `${lines(count)} without a day: in no month`,
  unspread: (count: number) => `${lines(count)} whole in the month of the bill, as nothing says which days they cover`,
  notSpend: (reasons: string) => `Bills that are no spend of their own: ${reasons}`,
  notForecast: (reasons: string) => `Not foreseen: ${reasons}`,
  forecastLeftOut: (count: number) => `${plural(count, 'subscription')} not in the forecast: no exchange rate`,
  noCurrency: 'The client has no currency, and its bills are in several',
  noCurrencyText: 'Sums stand in the currency of each bill. Choose the client’s currency to see months and a forecast.',
  toRates: 'Client and rates',
  spendReasons: (reasons: NotSpend[]) => counted(reasons, notSpend),
  forecastReasons: (reasons: NotForecast['reason'][]) => counted(reasons, notForecast),

  search: 'Search lines',
  show: 'Show',
  filters: {
    all: 'All lines',
    matched: 'Matched',
    asked: 'Asked',
    'not-in-inventory': 'Not in the inventory',
  } satisfies Record<Match['is'] | 'all', string>,
  ofSubscription: (name: string) => `Lines of ${name}`,
  ofMonth: (month: string) => `Lines of ${month}`,
  showAll: 'Show all lines',
  shown: (shown: number, all: number) => `${formatCount(shown)} of ${lines(all)}`,
  more: 'Show more',
  noneShown: 'No line is like this.',
  headDay: 'Day',
  headLine: 'Line',
  headPays: 'Pays for',
  headAmount: 'Amount',
  dayNotShown: 'day not shown',
  bill: (number: string) => `bill ${number}`,
  wholeBill: 'whole bill',
  covers: (from: string, to: string) => `${formatDay(from)} – ${formatDay(to)}`,
  notListed: 'Nothing of this vendor is in the inventory',
  change: 'Change',
  say: 'Say which',
  changeOf: (line: string) => `What does ${line} pay for?`,
  takeBack: 'Take back',
  takeBackOf: (line: string) => `Take back what ${line} pays for`,
  edit: 'Edit',
  editOf: (line: string) => `Edit ${line}`,
  remove: 'Delete',
  removeOf: (line: string) => `Delete ${line}`,
  removed: 'The line is deleted.',

  settled: 'Everything is settled',
  settledText: 'Every line pays for a subscription, bills add up, and what is billed is what was bought.',
  questions: 'What do these pay for?',
  keys: 'J and K move, a number answers, O picks another',
  asks: (count: number, sums: string) => (count === 1 ? sums : `${lines(count)}, ${sums}`),
  last: (day: string) => `last on ${formatDay(day)}`,
  paysFor: (name: string) => `Pays for ${name}`,
  another: 'Another …',
  anotherOf: (line: string) => `Another subscription for ${line}`,
  moreCandidates: (count: number) => `and ${formatCount(count)} more`,
  answered: (count: number, name: string) =>
    `${count === 1 ? 'The line pays' : `${lines(count)} pay`} for ${name} now; it is remembered.`,
  takenBack: 'Taken back; it is asked again.',
  unlisted: 'Paid, but not in the inventory',
  unlistedText:
    'Nothing of these vendors is listed. Look at their admin console, add the subscription, or merge the name.',
  lastPaid: (day: string) => `last paid ${formatDay(day)}`,
  addSubscription: 'Add it to the inventory',
  sameVendor: 'It is another name',
  showItsLines: 'Show its lines',
  showLines: (count: number) => `Show ${lines(count)}`,
  differences: 'Billed for other than was bought',
  difference: (billed: number, purchased: number) => `billed for ${seats(billed)}, bought ${formatCount(purchased)}`,
  moreBilled: (count: number) => `${formatCount(count)} more billed`,
  fewerBilled: (count: number) => `${formatCount(count)} fewer billed`,
  asOf: (day: string) => `as of ${formatDay(day)}`,
  gaps: 'Bills whose lines do not add up',
  gap: (total: string, sum: string) => `the bill says ${total}, its lines ${sum}`,
  missing: (amount: string) => `${amount} missing`,
  tooMuch: (amount: string) => `${amount} too much`,
  otherCurrency: 'its lines are in another currency, or say none',
  addMissing: 'Add the missing line',

  pickTitle: (line: string) => `${line} pays for`,
  pickSearch: 'Subscription',
  pickHint: 'Type its name or its vendor',
  pickNone: 'No subscription is called like this.',
  pick: 'Choose',
  cancel: 'Cancel',
  save: 'Save',
  addTitle: 'A line of a bill',
  editTitle: 'Edit this line',
  added: 'The line is added.',
  saved: 'The line is changed.',
  fields: {
    vendor: 'Vendor',
    invoice: 'Invoice number',
    description: 'Description',
    amount: 'Amount',
    currency: 'Currency',
    billedOn: 'Day of the bill',
    from: 'Covers from',
    to: 'to (last day)',
    quantity: 'Quantity',
    category: 'Category',
    pays: 'Pays for',
  },
  paysNobody: 'as it is matched',
  needVendor: 'Say who sends or makes it.',
  needAmount: 'An amount as on the bill, e.g. 1,234.50',
  needCurrency: 'Three letters, e.g. EUR',
  needDays: 'The last day is before the first.',
  needDay: 'Say the day of the bill, or the days that it covers: without one it is in no month.',
  needQuantity: 'A number, e.g. 25',
} as const
