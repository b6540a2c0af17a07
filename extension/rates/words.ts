import type { PeopleMode } from '../../shared/model/client.ts'
import { formatCount, formatDay, plural } from '../ui/format.ts'
import { keptDays, type Taken } from './take.ts'

/** Every sentence of currency and exchange rates. */
export const words = {
  title: 'Client and exchange rates',
  of: (client: string) => `Totals of ${client} are shown in`,
  ofHint: 'Every amount keeps its own currency beside.',
  none: 'no currency yet',
  people: 'People are shown',
  peopleModes: {
    full: 'by their names',
    pseudonymous: 'by made-up names',
    'counts-only': 'not at all, only counted',
  } satisfies Record<PeopleMode, string>,
  peopleHints: {
    full: 'Names and addresses are shown, kept and synced as the consoles show them.',
    pseudonymous:
      'No name and no address on any screen or in the server’s answers. They are kept and synced, so that one person’s accounts are known as one.',
    'counts-only':
      'What is accepted or imported from now on is kept and synced without names, addresses and excerpts. What was kept before stays and is not shown.',
  } satisfies Record<PeopleMode, string>,
  notAValue: 'That cannot be read. Nothing was saved.',
  saidOf: (label: string) => `${label}: saved`,
  watched: 'Alerts and days',
  lead: { label: 'Lead', hint: 'Who is told where a subscription has no owner.' },
  domains: { label: 'Its own domains', hint: 'An account at any other is an external one.' },
  alertDays: {
    label: 'Alerts before the last day to cancel',
    hint: 'Days before, where a subscription says none of its own.',
  },
  domainAlertDays: { label: 'Alerts before a domain expires', hint: 'Days before; else as for subscriptions.' },
  certificateAlertDays: {
    label: 'Alerts before a certificate expires',
    hint: 'Days before; else the last third, sixth and twelfth of its lifetime.',
  },
  holidays: { label: 'Holidays', hint: 'No business days for a notice, beside Saturdays and Sundays.' },
  rates: 'Exchange rates',
  explain:
    'An amount is converted by the latest rate on or before its day, at most seven days old. Without one it is left out of the total, and the total says so.',
  file: 'Choose a file of the European Central Bank',
  fileHint:
    'eurofxref.csv, eurofxref-hist.csv or eurofxref-daily.xml from ecb.europa.eu, unpacked. Nothing is fetched.',
  typed: 'Type a rate',
  on: 'Day',
  one: 'One',
  is: 'is',
  source: 'Source',
  sourceHint: 'Your bank, a contract',
  save: 'Save rate',
  saved: (on: string, base: string, rates: Record<string, string>) =>
    `Saved for ${formatDay(on)}: 1 ${base.toUpperCase()} is ${Object.entries(rates)
      .map(([code, rate]) => `${rate} ${code}`)
      .join(', ')}.`,
  commaTitle: 'This comma can be read in two ways',
  comma: 'Write 1450 for a thousand and more, or 1.45 with a point. Nothing was saved.',
  taken: ({ days, known, older, latest }: Taken) =>
    [
      days === 0 ? 'Nothing new in this file.' : `Took the rates of ${plural(days, 'day')}.`,
      latest === undefined ? '' : `The latest is of ${formatDay(latest)}.`,
      known === 0 ? '' : `${plural(known, 'day')} known already.`,
      older === 0 ? '' : `${plural(older, 'day')} older than ${formatCount(keptDays)} days left out.`,
    ]
      .filter(Boolean)
      .join(' '),
  empty: 'No exchange rate yet',
  emptyText: 'Amounts in other currencies stay in their own until there is one.',
  day: 'Day',
  base: 'One unit of',
  currencies: 'Currencies',
  currency: 'Currency',
  remove: 'Remove',
  removed: (on: string) => `Removed the rates of ${formatDay(on)}.`,
  more: (count: number) => `and ${plural(count, 'earlier day')}`,
  noClient: 'Choose a client in the banner above to set its currency.',
} as const
