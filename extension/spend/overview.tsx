import type { Forecast } from '../../shared/inventory/spend/forecast.ts'
import type { NotSpend } from '../../shared/inventory/spend/lines.ts'
import type { SpendView } from '../../shared/inventory/spend/look-back.ts'
import type { Month } from '../../shared/inventory/spend/split.ts'
import type { Budget } from '../../shared/model/client.ts'
import { fieldWords } from '../ui/field-words.ts'
import { formatMoney } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { Note } from '../ui/note.tsx'
import { BudgetWords, isOpen, ofMonth } from './budget.tsx'
import { Chart, type ChartSeries, ChartTable, domainOf } from './chart.tsx'
import { type By, isConverted, type LookBack, type Ranked } from './look.ts'
import { Without } from './without.tsx'
import { lookBackWords, sumsWords } from './words.ts'

type Props = {
  look: LookBack
  forecast: Forecast
  view: SpendView
  by: By
  currency: string | null
  budget: Budget | undefined
  /** How a vendor is called by its key. */
  nameOf: (vendor: string) => string
  notSpend: NotSpend[]
  onMonth: (month: Month) => void
}

const tones = ['s1', 's2', 's3', 's4', 's5', 's6']

const categories = (): Record<string, string> => {
  const { category } = fieldWords.charge
  return category?.kind === 'choice' ? category.choices : {}
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

/** A year looked back at, the next one beside it, and who it went to. */
export function Overview(props: Props) {
  const { look, forecast, view, by, currency, budget, nameOf, notSpend, onMonth } = props
  const vendorName = (key: string) => (key === '' ? t('spend.noVendor') : nameOf(key))
  const categoryName = (key: string) => capital(categories()[key] ?? t('spend.noCategory'))
  const called = by === 'vendor' ? vendorName : categoryName
  const back = look.series.map(
    ({ key, rest, byMonth }, at): ChartSeries => ({
      name: rest ? t('spend.rest') : called(key),
      tone: rest ? 'rest' : (tones[at] ?? 'rest'),
      byMonth,
    }),
  )
  const ahead: ChartSeries[] = (['sure', 'if-renewed'] as const).map((certainty) => ({
    name: certainty === 'sure' ? t('spend.sure') : t('spend.ifRenewed'),
    tone: certainty,
    byMonth: forecast.months.map((month) => month[view][certainty]),
  }))
  const line = budget && budget.currency === currency ? ofMonth(budget) : undefined
  const domain = domainOf([back, ahead], line)
  const months = forecast.months.map(({ month }) => month)
  const isMeasured = isOpen(look.months, months[0] ?? '')
  const toneOf = new Map(look.series.flatMap(({ key, rest }, at) => (rest ? [] : [[key, tones[at] ?? 'rest']])))
  const lists = { currency, label: look.label }
  return (
    <div class="spend-overview">
      <div class="spend-charts">
        <section aria-label={lookBackWords(look.label)}>
          <h2>{lookBackWords(look.label)}</h2>
          <p class="spend-total number">
            {currency === null ? sumsWords(look.original) : formatMoney({ minor: look.total, currency })}
          </p>
          <p class="faint">{t(`spend.viewHint.${view}`)}</p>
          {budget && currency !== null && isMeasured && (
            <BudgetWords of={budget} total={look.total} currency={currency} isWhole={isWhole(look.without)} />
          )}
          {currency === null ? (
            <Note tone="soon" title={t('spend.noCurrency')} actions={<a href="#rates">{t('areas.rates')}</a>}>
              {t('spend.noCurrencyText')}
            </Note>
          ) : look.series.length === 0 ? (
            <p class="spend-nothing soft">{t('spend.nothingIn')}</p>
          ) : (
            <Drawn
              title={lookBackWords(look.label)}
              months={look.months}
              of={back}
              budget={isMeasured ? line : undefined}
              {...{ currency, domain, onMonth }}
            />
          )}
        </section>
        {currency !== null && (
          <section aria-label={t('spend.forecast')}>
            <h2>{t('spend.forecast')}</h2>
            <ForecastSum of={ahead} currency={currency} />
            <p class="faint">{t('spend.forecastHint')}</p>
            {budget && (
              <BudgetWords
                of={budget}
                total={sumOf(ahead)}
                currency={currency}
                isWhole={forecast.notForecast.length + forecast.leftOut.length === 0}
              />
            )}
            {forecast.bills.length === 0 ? (
              <p class="spend-nothing soft">{t('spend.nothingAhead')}</p>
            ) : (
              <Drawn title={t('spend.forecast')} months={months} of={ahead} budget={line} {...{ currency, domain }} />
            )}
          </section>
        )}
      </div>
      <div class="spend-lists">
        <HeadingList
          title={t('spend.byVendor')}
          of={look.vendors}
          called={vendorName}
          toneOf={by === 'vendor' ? toneOf : undefined}
          {...lists}
        />
        <HeadingList
          title={t('spend.byCategory')}
          of={look.categories}
          called={categoryName}
          toneOf={by === 'category' ? toneOf : undefined}
          {...lists}
        />
      </div>
      <Without look={look} forecast={forecast} view={view} notSpend={notSpend} currency={currency} />
    </div>
  )
}

const isWhole = ({ leftOut, undated }: LookBack['without']): boolean => leftOut.length + undated.length === 0

const sumOf = (series: ChartSeries[]): bigint =>
  series.reduce((sum, { byMonth }) => byMonth.reduce((all, minor) => all + minor, sum), 0n)

type DrawnProps = {
  title: string
  months: Month[]
  of: ChartSeries[]
  currency: string
  domain: ReturnType<typeof domainOf>
  budget: number | undefined
  onMonth?: (month: Month) => void
}

function Drawn({ title, months, of, currency, domain, budget, onMonth }: DrawnProps) {
  return (
    <>
      <Chart title={title} months={months} series={of} currency={currency} domain={domain} budget={budget} />
      <ul class="spend-legend" aria-hidden="true">
        {of.map(({ name, tone }) => (
          <li key={name}>
            <i class={`swatch ${tone}`} /> <span class="cut">{name}</span>
          </li>
        ))}
        {budget !== undefined && (
          <li>
            <i class="swatch budget" /> <span class="cut">{t('spend.budget.line')}</span>
          </li>
        )}
      </ul>
      <ChartTable title={title} months={months} series={of} currency={currency} {...(onMonth ? { onMonth } : {})} />
    </>
  )
}

function ForecastSum({ of, currency }: { of: ChartSeries[]; currency: string }) {
  const [sure = 0n, ifRenewed = 0n] = of.map(({ byMonth }) => byMonth.reduce((sum, minor) => sum + minor, 0n))
  return (
    <p class="spend-total number">
      {formatMoney({ minor: sure + ifRenewed, currency })}{' '}
      <span class="faint parts">
        {t('spend.sureOf', formatMoney({ minor: sure, currency }))} ·{' '}
        {t('spend.ifRenewedOf', formatMoney({ minor: ifRenewed, currency }))}
      </span>
    </p>
  )
}

type ListProps = {
  title: string
  of: Ranked[]
  called: (key: string) => string
  toneOf: Map<string, string> | undefined
  currency: string | null
  label: string
}

/** What each came to, with what it was billed as where that is another currency, and the year before. */
function HeadingList({ title, of, called, toneOf, currency, label }: ListProps) {
  if (of.length === 0) return null
  return (
    <section aria-label={title}>
      <table class="spend-headings">
        <caption class="aside">{`${title}, ${label}`}</caption>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" class="number">
              {t('spend.previous')}
            </th>
            <th scope="col" class="number">
              {label}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.map((heading) => {
            const { key, minor, before, original, leftOut } = heading
            const foreign = original.filter((sum) => sum.currency !== currency)
            const converted = currency !== null && isConverted(heading)
            const out = converted ? leftOut.map((sum) => formatMoney(sum)).join(' + ') : ''
            return (
              <tr key={key}>
                <th scope="row">
                  {toneOf && <i class={`swatch ${toneOf.get(key) ?? 'rest'}`} />}
                  <span>
                    {called(key)}
                    {converted && foreign.length > 0 && (
                      <span class="faint sub">{t('spend.billedAs', sumsWords(original))}</span>
                    )}
                    {out !== '' && <span class="tone-soon sub">{t('spend.partOut', out)}</span>}
                  </span>
                </th>
                <td class="number faint">
                  {before !== undefined && currency !== null && formatMoney({ minor: before, currency })}
                </td>
                <td class="number">{converted ? formatMoney({ minor, currency }) : sumsWords(original)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
