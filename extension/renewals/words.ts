import type { Alert } from '../../shared/inventory/terms/alerts.ts'
import type { CountStep } from '../../shared/inventory/terms/cancel-by.ts'
import type { Decision } from '../../shared/model/decision.ts'
import type { Span } from '../../shared/model/span.ts'
import { choices } from '../ui/decide-words.ts'
import { formatDay, plural } from '../ui/format.ts'
import type { Group, Happens } from './lines.ts'

const list = (parts: readonly (string | number)[]) => parts.join(', ')
const spanText = ({ count, unit }: Span): string => plural(count, unit)

/** One step of the count of a last day to cancel. */
export function stepWords(step: CountStep): string {
  switch (step.step) {
    case 'term-end':
      return `The term ends on ${formatDay(step.on)}.`
    case 'contract-year-end':
      return `The contract year ends on ${formatDay(step.on)}.`
    case 'notice':
      return `${spanText(step.length)} of notice before it: ${formatDay(step.on)}.`
    case 'business-day':
      return `The last business day until then: ${formatDay(step.on)}.`
    case 'postal-lead':
      return `${plural(step.days, 'day')} by post: ${formatDay(step.on)}.`
  }
}

export const decisionWords = ({ choice, decidedOn }: Decision): string =>
  [choice && choices[choice], decidedOn && formatDay(decidedOn)].filter(Boolean).join(' · ')

/** Whose word it is, and why: what colleagues read. */
export const reasonWords = ({ decidedBy, reason }: Decision): string =>
  [decidedBy, reason && `“${reason}”`].filter(Boolean).join(': ')

export const toWords = (to: Alert['to']): string =>
  to.who === 'owner' && to.name === undefined
    ? 'its owner'
    : to.who === 'owner'
      ? `${to.name}, its owner`
      : to.who === 'lead'
        ? `${to.name}, who leads this client`
        : 'everybody in the workspace: it has no owner, and the client no lead'

/** Every sentence of the renewals. */
export const words = {
  title: 'Renewals',
  noClientTitle: 'Choose a client first',
  noClient: 'Renewals are of one client’s inventory. Choose it in the banner above.',
  views: 'How to look at it',
  byDay: 'By day',
  calendar: 'Calendar',
  alerts: (count: number) => (count === 0 ? 'Alerts' : `Alerts ${count}`),
  groups: {
    late: 'Late',
    month: 'This month',
    quarter: 'Next 3 months',
    later: 'Later',
  } satisfies Record<Group, string>,
  happens: {
    'cancel-by': 'Cancel by',
    renews: 'Renews',
    ends: 'Ends',
    agree: 'Ends unless agreed by',
    'term-ends': 'Term ends',
    expires: 'Expires',
  } satisfies Record<Happens, string>,
  wasDue: {
    'cancel-by': 'Had to be canceled by',
    renews: 'Renewed',
    ends: 'Ended',
    agree: 'Had to be agreed by',
    'term-ends': 'Term ended',
    expires: 'Expired',
  } satisfies Record<Happens, string>,
  about: { 'cancel-by': 'Cancel by', 'term-end': 'Term ends', expiry: 'Expires' } satisfies Record<
    Alert['about'],
    string
  >,
  renewsOn: (day: string) => `renews ${formatDay(day)}`,
  unsaid: 'not shown whether it renews',
  types: { subscription: '', domain: 'Domain', certificate: 'Certificate' },
  stake: (amounts: string) => `${amounts} a year to decide within 3 months`,
  nothingAtStake: 'Nothing to decide within 3 months',
  without: (count: number) => `without ${plural(count, 'price')} that no source shows or no rate converts`,
  yearly: 'a year',
  noPrice: 'price not shown',
  dayless: (count: number) =>
    `${plural(count, 'subscription')} without a day: no source shows when ${count === 1 ? 'its term ends' : 'their terms end'}. Type it on the page of the subscription.`,
  counted: 'How counted',
  undecided: 'Undecided',
  decide: 'Decide',
  change: 'Change',
  sentToday: 'Sent today',
  noticeSent: (day: string) => `notice sent ${formatDay(day)}`,
  noticeUnsent: 'notice not sent',
  decideOf: (name: string, happens: string, day: string) => `${name}: ${happens.toLowerCase()} ${formatDay(day)}`,
  decided: (name: string, decision: Decision) => `${name}: ${choices[decision.choice ?? 'renew']}.`,
  sent: (name: string) => `${name}: the notice was sent today.`,
  owedOf: (count: number) => plural(count, 'alert'),
  emptyTitle: 'Nothing has a day yet',
  empty:
    'Renewals appear as pages are captured that show when a term ends, a domain or a certificate expires; or type the term on the page of a subscription.',
  year: (year: number) => String(year),
  before: 'Year before',
  after: 'Year after',
  thisYear: 'This year',
  keys: 'Arrow keys go from one day with something on it to the next.',
  noMarks: (year: number) => `Nothing is known to happen in ${year}.`,
  onDay: (day: string, count: number) => `${formatDay(day)}: ${plural(count, 'renewal')}`,
  today: 'today',
  alertsExplain:
    'An alert stays here until somebody acknowledges it, or its day has passed with a decision. A day that changes and comes back is told of anew.',
  noAlerts: 'No alert is owed',
  noAlertsText: (ladder: readonly number[]) =>
    `Somebody is told ${list(ladder)} days before a last day to cancel. Change that for the client on “Client and rates”, or for one subscription here.`,
  daysBefore: (days: number) => (days === 0 ? 'On the day' : `${plural(days, 'day')} before`),
  due: (day: string) => `due ${formatDay(day)}`,
  to: (to: Alert['to']) => `To ${toWords(to)}`,
  acknowledge: 'Acknowledge',
  acknowledgeAll: 'Acknowledge all',
  acknowledgedOn: (day: string | undefined) =>
    day === undefined ? 'acknowledged' : `acknowledged ${formatDay(day.slice(0, 10))}`,
  takeBack: 'Take back',
  acknowledged: (count: number, name: string) => `${name}: ${plural(count, 'alert')} acknowledged.`,
  owedAgain: (name: string) => `${name}: owed again.`,
  ladder: 'Alert days',
  ladderOf: (name: string) => `When to tell of ${name}`,
  ladderField: 'Days before, one after the other',
  ladderHint: 'Empty: as the client has it',
  ladderWrong: 'Whole days from 0 to 730, 20 at most: 120, 90, 30',
  ladderSaved: (name: string, days: readonly number[] | null) =>
    days === null ? `${name}: as the client has it.` : `${name}: told ${list(days)} days before.`,
  save: 'Save',
  cancel: 'Cancel',
} as const
