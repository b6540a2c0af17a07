import { grouped } from '../../shared/inventory/grouped.ts'
import type { RateUsed } from '../../shared/inventory/money/rates.ts'
import type { Forecast } from '../../shared/inventory/spend/forecast.ts'
import type { NotSpend } from '../../shared/inventory/spend/lines.ts'
import type { SpendView } from '../../shared/inventory/spend/look-back.ts'
import { formatMoney } from '../ui/format.ts'
import type { LookBack } from './look.ts'
import { counted, notConverted } from './reason-words.ts'
import { words } from './words.ts'

type Props = {
  look: Pick<LookBack, 'without' | 'rates'>
  forecast: Forecast
  view: SpendView
  notSpend: NotSpend[]
  currency: string | null
}

/** A sum names what it is without, and by which rates it was made. */
export function Without({ look: { without, rates }, forecast, view, notSpend, currency }: Props) {
  const { leftOut, undated, unspread } = without
  const sums = new Map<string | null, bigint>()
  for (const { money } of leftOut) sums.set(money.currency, (sums.get(money.currency) ?? 0n) + BigInt(money.minor))
  const said = [...sums].map(([of, minor]) => formatMoney({ minor, currency: of })).join(' + ')
  const reasons = counted(
    leftOut.map(({ reason }) => reason),
    notConverted,
  )
  const sentences = [
    ...(currency !== null && leftOut.length > 0 ? [words.leftOut(leftOut.length, said, reasons)] : []),
    ...(undated.length > 0 ? [words.undated(undated.length)] : []),
    ...(view === 'spread' && unspread.length > 0 ? [words.unspread(unspread.length)] : []),
    ...(notSpend.length > 0 ? [words.notSpend(words.spendReasons(notSpend))] : []),
    ...(currency !== null && forecast.notForecast.length > 0
      ? [words.notForecast(words.forecastReasons(forecast.notForecast.map(({ reason }) => reason)))]
      : []),
    ...(currency !== null && forecast.leftOut.length > 0 ? [words.forecastLeftOut(forecast.leftOut.length)] : []),
  ]
  const used = usedRates([...rates, ...forecast.rates])
  if (sentences.length === 0 && used.length === 0) return null
  return (
    <section class="spend-without" aria-label={words.without}>
      {sentences.length > 0 && (
        <>
          <h2>{words.without}</h2>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {used.length > 0 && <p class="faint">{words.converted(used)}</p>}
    </section>
  )
}

/** By pair of currencies, with the days that the rates are of. */
function usedRates(rates: RateUsed[]): string[] {
  const byPair = grouped(rates, ({ from, to }) => `${from}→${to}`)
  return [...byPair].map(([pair, of]) => {
    const days = of.map(({ on }) => on).sort()
    const [first = '', last = first] = [days[0], days.at(-1)]
    return words.ratesOf(pair, first, last)
  })
}
