import type { Judged } from '../../shared/inventory/findings/judged.ts'
import type { Day } from '../../shared/model/day.ts'
import { part, t } from '../ui/language.ts'

export const unsaidWords = (unsaid: NonNullable<Judged['unsaid']>): string =>
  unsaid === 'no-price' ? t('common.priceNotShown') : t(`findings.unsaid.${part(unsaid)}`)

export const isDeadline = ({ kind }: Judged): boolean => kind === 'renewal-undecided' || kind === 'cancellation-unsent'

/** The day it is about, or the one from which the money is really saved. */
export function dayIn(finding: Judged): { day: Day; word: string } | undefined {
  const { kind, on, saving } = finding
  const day = saving?.realizableFrom ?? (kind === 'stale' ? undefined : on)
  if (day === undefined) return undefined
  const word = saving?.realizableFrom ? t('findings.from') : isDeadline(finding) ? t('findings.by') : t('findings.on')
  return { day, word }
}
