import type { RenewalChoice } from '../../shared/model/decision.ts'
import { worded } from './worded.ts'

/** What a decision about a renewal is called. */
export const choices: Record<RenewalChoice, string> = worded({
  renew: 'decide.choice.renew',
  reduce: 'decide.choice.reduce',
  renegotiate: 'decide.choice.renegotiate',
  switch: 'decide.choice.switch',
  cancel: 'decide.choice.cancel',
})
