import type { Alert } from '../../shared/inventory/terms/alerts.ts'
import type { CountStep } from '../../shared/inventory/terms/cancel-by.ts'
import type { Decision } from '../../shared/model/decision.ts'
import { choices } from '../ui/decide-words.ts'
import { formatDay, formatLength } from '../ui/format.ts'
import { t } from '../ui/language.ts'

/** One step of the count of a last day to cancel. */
export function stepWords(step: CountStep): string {
  switch (step.step) {
    case 'term-end':
      return t('renewals.steps.term_end', formatDay(step.on))
    case 'contract-year-end':
      return t('renewals.steps.contract_year_end', formatDay(step.on))
    case 'notice':
      return t('renewals.steps.notice', formatLength(step.length), formatDay(step.on))
    case 'business-day':
      return t('renewals.steps.business_day', formatDay(step.on))
    case 'postal-lead':
      return t('renewals.steps.postal_lead', step.days, formatDay(step.on))
  }
}

export const decisionWords = ({ choice, decidedOn }: Decision): string =>
  [choice && choices[choice], decidedOn && formatDay(decidedOn)].filter(Boolean).join(' · ')

/** Whose word it is, and why: what colleagues read. */
export const reasonWords = ({ decidedBy, reason }: Decision): string =>
  [decidedBy, reason && t('common.quoted', reason)].filter(Boolean).join(': ')

export function toWords(to: Alert['to']): string {
  if (to.who === 'workspace') return t('renewals.to.everybody')
  if (to.who === 'lead') return t('renewals.to.lead', to.name)
  return to.name === undefined ? t('renewals.to.owner') : t('renewals.to.namedOwner', to.name)
}

export const daysBeforeWords = (days: number): string =>
  days === 0 ? t('renewals.onTheDay') : t('renewals.daysBefore', days)
