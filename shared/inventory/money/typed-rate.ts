import { listedExponent } from '../../model/currencies.ts'
import { Rate } from '../../model/rate.ts'
import { fail, type Outcome, ok } from '../../problem.ts'

/** What a person types: on this day, one unit of `base` was so many of each, by this source. */
export type TypedRate = {
  on: string
  base: string
  rates: Record<string, string>
  source: string
  kind: NonNullable<Rate['kind']>
}

/** A plain decimal with a point, as the screen hands it on; a rate of a currency in itself, or in none, is not one. */
export function typedRate({ rates, ...rest }: TypedRate): Outcome<Rate> {
  const parsed = Rate.safeParse({ ...rest, rates })
  const codes = Object.keys(rates)
  const wrong = [rest.base, ...codes].find((code) => listedExponent(code) === undefined)
  if (!parsed.success || wrong !== undefined || codes.length === 0 || codes.includes(rest.base))
    return fail('BAD_VALUE', wrong)
  return ok(parsed.data)
}
