import type { Column } from '../columns.ts'
import { lexiconsFor, readLabel } from '../lexicon.ts'
import type { Cell, CellValue } from '../tables.ts'
import { wordsOf } from '../words.ts'
import { type Area, areaOf, type State } from './control-area.ts'

/** For whom a setting holds, where the value says it in a word or two. */
const modes: Partial<Record<string, State>> = {
  all: 'enforced',
  everyone: 'enforced',
  'all users': 'enforced',
  'all members': 'enforced',
  required: 'enforced',
  'required for all': 'enforced',
  enforced: 'enforced',
  mandatory: 'enforced',
  always: 'enforced',
  forced: 'enforced',
  optional: 'enabled',
  admins: 'partial',
  'admins only': 'partial',
  'required for admins': 'partial',
  none: 'disabled',
  off: 'disabled',
  never: 'disabled',
  disabled: 'disabled',
}

export const modeOf = (value: CellValue): State | undefined =>
  typeof value === 'string' && value.length <= 40 ? modes[wordsOf(value).join(' ')] : undefined

/** `authenticationMechanism: "SAML"`: what people sign in with. */
const mechanism = /(?:auth(?:entication)?|sign_?in|log_?in)_?(?:mechanism|method|mode|protocol|type)$/i

const aboutSigningIn = /polic|auth|require|enforce|mode|log_?in|sign|access|security/i

/** `auth_policy: "two_factor_mandatory"`: the value names the area and its state both. */
export function saidInValue({ label, shape }: Column, { value }: Cell): { area: Area; state: State } | undefined {
  if (shape.kind !== 'text' || typeof value !== 'string' || value.length > 60) return undefined
  if (!aboutSigningIn.test(label.split('.').at(-1) ?? '')) return undefined
  const words = wordsOf(value)
  const state = modes[words.at(-1) ?? ''] ?? modes[words[0] ?? '']
  const { concepts, unknown } = readLabel(value, lexiconsFor(null))
  const area = areaOf(new Set(concepts))
  if (!state && area === 'sso' && unknown === 0 && mechanism.test(label)) return { area, state: 'enabled' }
  return state && (area === 'mfa' || area === 'sso') && unknown <= 1 && words.length <= 5 ? { area, state } : undefined
}
