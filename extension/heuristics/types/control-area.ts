import type { Control } from '../../../shared/model/control.ts'
import type { Draft } from '../draft.ts'
import { newDraft, put } from '../draft.ts'
import type { Cell } from '../tables.ts'
import type { Concept } from '../vocabulary/language.ts'

export type Area = NonNullable<Control['area']>
export type State = NonNullable<Control['state']>

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
export const areaOf = (words: Set<Concept>): Area | undefined =>
  // How long a session that was signed on lasts says nothing of the sign-on itself.
  areas.find(([concept]) => words.has(concept) && !(concept === 'sso' && words.has('session')))?.[1]

type Found = { area: Area; state: State; cell: Cell; detail?: string; title?: string; named?: Cell }

export function controlOf({ area, state, cell, detail, title, named = cell }: Found): Draft {
  const draft = newDraft('control')
  const shown = detail ?? String(cell.value)
  put(draft, 'area', area, cell.locator, shown)
  put(draft, 'state', state, cell.locator, shown)
  if (title !== undefined) put(draft, 'title', title, named.locator, title)
  if (detail !== undefined) put(draft, 'detail', detail.slice(0, 480), cell.locator, detail)
  draft.keys = [area, title ?? cell.locator.replace(/\[\d+\]/g, '[]')]
  return draft
}
