import { z } from 'zod'
import type { Total } from '../../shared/inventory/money/total.ts'
import { moneyToDecimal } from '../../shared/model/money.ts'
import { CurrencyCode } from '../../shared/model/rate.ts'

/** A sum as a plain decimal in major units, exact however large: "1234.50". Null: nobody said which currency. */
export const Amount = z.strictObject({ amount: z.string(), currency: CurrencyCode.nullable() })
export type Amount = z.infer<typeof Amount>

export const amountOf = (money: { minor: bigint | number; currency: string | null }): Amount => ({
  amount: moneyToDecimal(money),
  currency: money.currency,
})

export const RateUsed = z.strictObject({
  from: CurrencyCode,
  to: CurrencyCode,
  on: z.string(),
  base: CurrencyCode,
  source: z.string().nullable(),
  kind: z.enum(['spot', 'average', 'budget']),
})

export const NotConverted = z.enum(['no-currency', 'no-reporting-currency', 'unlisted-currency', 'no-rate'])

/** What a total is without, and what it was converted by. */
export const Beside = z.strictObject({
  original: z.array(Amount),
  leftOut: z.array(z.strictObject({ record: z.string(), ...Amount.shape, reason: NotConverted })),
  leftOutSums: z.array(z.strictObject({ ...Amount.shape, count: z.int() })),
  rates: z.array(RateUsed),
})

export const besideOf = ({ original, leftOut, leftOutSums, rates }: Omit<Total, 'minor' | 'parts' | 'currency'>) => ({
  original: original.map(amountOf),
  leftOut: leftOut.map(({ id, money, reason }) => ({ record: id, ...amountOf(money), reason })),
  leftOutSums: leftOutSums.map(({ count, ...sum }) => ({ ...amountOf(sum), count })),
  rates,
})
