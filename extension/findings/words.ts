import type { RenewalChoice } from '../../shared/model/decision.ts'
import { formatDay, plural } from '../ui/format.ts'
import type { Group } from './ranked.ts'

export { sentenceOf } from '../ui/finding-words.ts'

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
