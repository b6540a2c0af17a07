import type { Day } from '../../model/day.ts'
import type { Money } from '../../model/money.ts'

/** What a bill of a subscription may come to, and the first and last day on which it may have been that. */
export type PricedDays = { from: Day; to: Day; amounts: string[]; unitPrice?: Money }

export const always = { from: '0000-01-01', to: '9999-12-31' }

/** "EUR 1200": amounts are compared as text, exactly. */
export const amountKey = (currency: string | null, minor: bigint | number): string => `${currency} ${minor}`
