import type { BillingPeriod } from '../../shared/model/subscription.ts'
import { inEveryLanguage } from '../ui/every-language.ts'

const units = ['day', 'week', 'month', 'year'] as const

/** "every 3 months", "3 Monate": what our own words say of a period, exactly as it was. */
export function ownPeriod(words: 'every' | 'length', text: string): BillingPeriod | undefined {
  for (const unit of units)
    for (const [one = '', many = ''] of inEveryLanguage(`values.${words}.${unit}`)) {
      if (text === one) return { count: 1, unit }
      const [before = '', after = ''] = many.split('$1')
      const number =
        text.startsWith(before) && text.endsWith(after) ? text.slice(before.length, text.length - after.length) : ''
      if (/^\d{1,3}$/.test(number)) return { count: Number(number), unit }
    }
  return undefined
}
