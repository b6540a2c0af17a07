import type { CountStep } from '../../../shared/inventory/terms/cancel-by.ts'
import type { Chain } from '../../../shared/inventory/terms/chain.ts'
import { formatDay, formatLength } from '../../ui/format.ts'
import { part, t } from '../../ui/language.ts'
import type { Mark } from './timeline.ts'

export const howMany = (count: number, among: number): string =>
  count === among ? t('inventory.page.position.people', count) : t('inventory.page.position.somePeople', among, count)

export const unitsOf = (count: number, order: string | undefined): string =>
  order === undefined ? t('inventory.page.lots.units', count) : t('inventory.page.lots.unitsOf', count, order)

export const markWords = (is: Mark['is']): string =>
  is === 'today' ? t('inventory.page.terms.today') : t(`inventory.how.${part(is)}`)

/** The first renewal is the second term. */
export const renewalWords = (number: number | undefined): string =>
  number === undefined ? t('inventory.page.terms.renewal') : t('inventory.page.terms.renewalNumber', number - 1)

/** Nothing of a term that runs: its line says it. */
export const stateWords = (state: Chain['state']): string =>
  state === 'running' || state === 'unknown' ? '' : t(`inventory.page.terms.state.${part(state)}`)

export const unsureWords = (why: Chain['unsure']): string =>
  why === undefined || why === 'end-unknown' ? '' : t(`inventory.page.terms.unsure.${part(why)}`)

/** Each step of the count, as one would say it aloud. */
export function stepWords(step: CountStep): string {
  const day = formatDay(step.on)
  if (step.step === 'notice') return t('inventory.page.terms.step.notice', formatLength(step.length), day)
  if (step.step === 'postal-lead') return t('inventory.page.terms.step.postal_lead', step.days, day)
  return t(`inventory.page.terms.step.${part(step.step)}`, day)
}
