import { t } from '../ui/language.ts'

export const shownOf = (shown: number, total: number): string =>
  shown === total ? t('inventory.subscriptions', total) : t('inventory.someOf', total, shown)

export const nothingDue = (among: number): string =>
  among === 0 ? t('inventory.nothingDue') : t('inventory.nothingDueAmong', among)
