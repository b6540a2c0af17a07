import type { CapturedType } from '../../shared/model/record-type.ts'
import { t } from '../ui/language.ts'

/** "3 subscriptions, 12 people’s seats". */
export const factsText = (facts: Partial<Record<CapturedType, number>>): string =>
  Object.entries(facts)
    .map(([type, count]) => t(`route.facts.${type as CapturedType}`, count)) // the keys are of this type
    .join(', ')
