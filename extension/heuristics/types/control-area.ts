import type { Control } from '../../../shared/model/control.ts'
import type { Concept } from '../vocabulary/language.ts'

export type Area = NonNullable<Control['area']>

const areas: [Concept, Area][] = [
  ['mfa', 'mfa'],
  ['sso', 'sso'],
  ['password', 'password-policy'],
  ['session', 'session'],
  ['dlp', 'dlp'],
  ['retention', 'retention'],
  ['backup', 'backup'],
  ['device', 'device'],
  ['sharing', 'sharing'],
  ['logging', 'logging'],
]

/** The area that words name; a second factor for a password is a matter of the factor. */
export const areaOf = (words: Set<Concept>): Area | undefined => areas.find(([concept]) => words.has(concept))?.[1]
