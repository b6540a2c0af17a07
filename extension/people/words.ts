import type { PersonView } from '../../shared/inventory/people/persons.ts'
import { formatDay } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'

export const shownOf = (shown: number, total: number): string =>
  shown === total ? t('people.entries', total) : t('people.someEntries', total, shown)

/** What a sum of seats is without. */
export function notInIt(unpriced: number, unconverted: number): string {
  const [first, second] = [
    unpriced > 0 ? t('people.unpriced', unpriced) : '',
    unconverted > 0 ? t('people.unconverted', unconverted) : '',
  ].filter(Boolean)
  if (first === undefined) return ''
  return second === undefined ? t('people.notInIt', first) : t('people.neitherInIt', first, second)
}

export const leftWords = ({ on, because }: NonNullable<PersonView['left']>): string =>
  on === undefined ? t(`people.left.${part(because)}`) : t('people.left.on', formatDay(on))
