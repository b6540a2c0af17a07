import { grouped } from '../../shared/inventory/grouped.ts'
import type { RateUsed } from '../../shared/inventory/money/rates.ts'
import type { Forecast } from '../../shared/inventory/spend/forecast.ts'
import type { NotSpend } from '../../shared/inventory/spend/lines.ts'
import type { SpendView } from '../../shared/inventory/spend/look-back.ts'
import { formatMoney } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import type { LookBack } from './look.ts'
import { notConvertedWords, notForecastWords, notSpendWords } from './reason-words.ts'
import { ratesWords } from './words.ts'

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
  const reasons = notConvertedWords(leftOut.map(({ reason }) => reason))
  const sentences = [
    ...(currency !== null && leftOut.length > 0 ? [t('spend.leftOut', leftOut.length, said, reasons)] : []),
    ...(undated.length > 0 ? [t('spend.undated', undated.length)] : []),
    ...(view === 'spread' && unspread.length > 0 ? [t('spend.unspread', unspread.length)] : []),
    ...(notSpend.length > 0 ? [t('spend.notSpend', notSpendWords(notSpend))] : []),
    ...(currency !== null && forecast.notForecast.length > 0
      ? [t('spend.notForecast', notForecastWords(forecast.notForecast.map(({ reason }) => reason)))]
      : []),
    ...(currency !== null && forecast.leftOut.length > 0 ? [t('spend.forecastLeftOut', forecast.leftOut.length)] : []),
  ]
  const used = usedRates([...rates, ...forecast.rates])
  if (sentences.length === 0 && used.length === 0) return null
  return (
    <section class="spend-without" aria-label={t('spend.without')}>
      {sentences.length > 0 && (
        <>
          <h2>{t('spend.without')}</h2>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {used.length > 0 && <p class="faint">{t('spend.converted', used.join('; '))}</p>}
    </section>
  )
}

/** By pair of currencies, with the days that the rates are of. */
function usedRates(rates: RateUsed[]): string[] {
  const byPair = grouped(rates, ({ from, to }) => `${from}→${to}`)
  return [...byPair].map(([pair, of]) => {
    const days = of.map(({ on }) => on).sort()
    const [first = '', last = first] = [days[0], days.at(-1)]
    return ratesWords(pair, first, last)
  })
}
