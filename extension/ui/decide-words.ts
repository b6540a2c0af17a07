import type { RenewalChoice } from '../../shared/model/decision.ts'

/** What a decision about a renewal is called, and the sentences of its dialog. */
export const choices: Record<RenewalChoice, string> = {
  renew: 'Renew',
  reduce: 'Reduce',
  renegotiate: 'Renegotiate',
  switch: 'Switch to another',
  cancel: 'Cancel it',
}

export const decideWords = {
  decide: 'Decide',
  save: 'Save',
  cancel: 'Cancel',
  why: 'Why (colleagues read it)',
  by: 'Decided by',
  byHint: 'whose word it is',
  sentOn: 'Notice sent on',
  sentHint: 'Empty: not yet',
  thenSend: 'It renews all the same until its notice is sent: this stays on the list until you say that it was.',
} as const
