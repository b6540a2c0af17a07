import type { Day } from '../../shared/model/day.ts'
import type { Money } from '../../shared/model/money.ts'
import type { Whole } from './whole.ts'

/** An amount in the client's currency at today's rate; undefined where it is in that already, or there is no rate. */
export type Convert = (money: Money) => Money | undefined

export const convertFor =
  ({ client: { currency }, rates }: Pick<Whole, 'client' | 'rates'>, today: Day): Convert =>
  (money) => {
    if (currency === undefined || money.currency === currency) return undefined
    const converted = rates.convert(money, currency, today)
    return converted.ok ? { minor: Number(converted.minor), currency } : undefined
  }
