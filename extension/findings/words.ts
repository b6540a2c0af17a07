import type { Finding } from '../../shared/inventory/findings/finding.ts'
import type { RenewalChoice } from '../../shared/model/decision.ts'
import { formatCount, formatDay, plural } from '../ui/format.ts'
import type { Group } from './ranked.ts'

const of = ({ product, vendor }: Finding): string => product ?? vendor ?? ''
const who = ({ person }: Finding): string => person ?? 'Somebody'
const seats = (count = 0): string => plural(count, 'seat')
const percent = (basisPoints = 0): string =>
  new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }).format(basisPoints / 10_000)
const freeReasons: Record<string, string> = {
  'free-sku': 'the vendor gives this SKU away',
  'zero-price': 'its price is zero',
  'free-plan': 'its plan is a free one',
}

/** One sentence a kind: what was found, of what, how much of it. */
const sentences: Record<Finding['kind'], (finding: Finding) => string> = {
  'renewal-within-notice': (finding) => `${of(finding)} renews, and it is too late to cancel`,
  'renewal-undecided': (finding) => `Decide about the renewal of ${of(finding)}`,
  'cancellation-unsent': (finding) => `Send the cancellation of ${of(finding)}, or it renews`,
  'card-expiring': (finding) => `The card that pays ${of(finding)} expires`,
  'leaver-licensed': (finding) => `${who(finding)} has left and still holds a seat of ${of(finding)}`,
  'duplicate-person': (finding) => `${who(finding)} holds two seats of ${of(finding)}`,
  'included-in-bundle': (finding) =>
    `${who(finding)} has ${of(finding)} twice: it is part of ${finding.reason ?? 'another product'} already`,
  inactive: (finding) =>
    finding.days === undefined
      ? `${seats(finding.count)} of ${of(finding)} not active, as the console counts it`
      : `${seats(finding.count)} of ${of(finding)} not used for ${plural(finding.days, 'day')}`,
  unassigned: (finding) => `${seats(finding.count)} of ${of(finding)} given to nobody`,
  'over-assigned': (finding) => `${of(finding)}: ${seats(finding.count)} more in use than bought`,
  overlap: ({ count = 0, reason, vendor }) => `${formatCount(count)} tools for ${reason}: ${vendor}`,
  'price-rise': (finding) => `${of(finding)} costs ${percent(finding.count)} more`,
  'owner-gone': (finding) => `${who(finding)} answers for ${of(finding)} and has left`,
  stale: (finding) => `${of(finding)} was last looked at ${plural(finding.count ?? 0, 'day')} ago`,
  free: (finding) =>
    `${of(finding)} is free: its spare seats are no waste, as ${freeReasons[finding.reason ?? ''] ?? 'it costs nothing'}`,
}
export const sentenceOf = (finding: Finding): string => sentences[finding.kind](finding)

export const choices: Record<RenewalChoice, string> = {
  renew: 'Renew',
  reduce: 'Reduce',
  renegotiate: 'Renegotiate',
  switch: 'Switch to another',
  cancel: 'Cancel it',
}

/** Every other sentence of the findings. */
export const words = {
  title: 'Findings',
  noClientTitle: 'Choose a client first',
  noClient: 'Findings are made from one client’s inventory. Choose it in the banner above.',
  tabs: { open: 'Open', accepted: 'Accepted', dismissed: 'Dismissed' },
  list: 'Which findings',
  groups: { decide: 'To decide by a day', save: 'To save', look: 'To look at' } satisfies Record<Group, string>,
  total: (amount: string) => `up to ${amount} a year`,
  leftOut: (count: number) => `${plural(count, 'saving')} not in it: no exchange rate, or no currency of the client`,
  yearly: 'a year',
  upTo: 'up to',
  from: 'from',
  by: 'by',
  on: 'on',
  unsaid: {
    'no-price': 'price not shown',
    'mixed-currencies': 'prices in several currencies',
    flat: 'one price for any number',
  },
  decide: 'Decide',
  decideOf: (what: string) => `Decide: ${what}`,
  sent: 'Sent today',
  noticeSent: (product: string) => `${product}: the notice was sent today.`,
  decided: (choice: string, product: string) => `${product}: ${choice}`,
  accept: 'Accept',
  dismiss: 'Dismiss',
  reopen: 'Open again',
  save: 'Save',
  thenSend: 'It renews all the same until its notice is sent: this stays on the list until you say that it was.',
  accepted: 'Accepted. It is kept under “Accepted” with its amount.',
  dismissed: 'Dismissed. It does not come back by itself.',
  dismissedUntil: (day: string) => `Dismissed until ${formatDay(day)}.`,
  reopened: 'Open again.',
  dismissTitle: 'Dismiss this finding',
  why: 'Why (colleagues read it)',
  until: 'Ask again after',
  untilHint: 'Empty: never',
  cancel: 'Cancel',
  because: (reason: string) => `“${reason}”`,
  untilDay: 'until',
  emptyOpen: 'Nothing to act on',
  emptyOpenText:
    'Findings appear as more is captured: seats beside people, prices, terms and notice periods. Look at one more admin console, or import a file.',
  emptyAccepted: 'No finding is accepted yet',
  emptyAcceptedText: 'Accept what will be acted on; it is kept here with its amount.',
  emptyDismissed: 'No finding is dismissed',
  emptyDismissedText: 'What is dismissed stays away, with its reason, until somebody opens it again.',
} as const
