import type { Month } from '../../shared/inventory/spend/split.ts'
import { exponentOf } from '../../shared/model/money.ts'
import { formatMoney } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { marksOf, stacked } from './scale.ts'
import { monthWords, shortMoney } from './words.ts'

export type ChartSeries = { name: string; tone: string; byMonth: bigint[] }
/** Both charts of the screen have one scale, so that a bar is as tall as it is dear. */
export type Domain = { lowest: number; highest: number }

type Props = {
  title: string
  months: Month[]
  series: ChartSeries[]
  currency: string
  domain: Domain
  /** What of the budget is for a month: a line across all of them. */
  budget: number | undefined
}

const box = { width: 560, height: 208, left: 52, right: 4, top: 8, bottom: 22 }

export const domainOf = (charts: { byMonth: bigint[] }[][], budget = 0): Domain => {
  const spans = charts.map(stacked)
  return {
    lowest: Math.min(0, ...spans.map(({ lowest }) => lowest)),
    highest: Math.max(budget, ...spans.map(({ highest }) => highest)),
  }
}

/** Stacked bars of twelve months. The eye gets the bars; everything else that reads gets the table below them. */
export function Chart({ title, months, series, currency, domain, budget }: Props) {
  const marks = marksOf(domain.lowest, domain.highest)
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 0]
  const inner = { width: box.width - box.left - box.right, height: box.height - box.top - box.bottom }
  const y = (minor: number) => box.top + inner.height * (1 - (high === low ? 0 : (minor - low) / (high - low)))
  const slot = inner.width / months.length
  const exponent = exponentOf(currency)
  return (
    <svg class="spend-chart" viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={t('spend.chart', title)}>
      <defs>
        <pattern id="spend-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="hatch-ground" />
          <line x1="0" y1="0" x2="0" y2="6" class="hatch-line" />
        </pattern>
      </defs>
      {marks.map((mark) => (
        <g key={mark}>
          <line
            x1={box.left}
            x2={box.width - box.right}
            y1={y(mark)}
            y2={y(mark)}
            class={mark === 0 ? 'nought' : 'mark'}
          />
          <text x={box.left - 8} y={y(mark) + 4} class="axis end">
            {shortMoney(mark, currency, exponent)}
          </text>
        </g>
      ))}
      {months.map((month, at) => (
        <text key={month} x={box.left + slot * (at + 0.5)} y={box.height - 6} class="axis middle">
          {monthWords(month)}
        </text>
      ))}
      {stacked(series).bars.map(({ series: of, month, minor, from, to }) => {
        const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))]
        const { name = '', tone = '' } = series[of] ?? {}
        return (
          <rect
            key={`${of} ${month}`}
            x={box.left + slot * month + slot * 0.16}
            width={slot * 0.68}
            y={top}
            height={Math.max(0.75, bottom - top - 0.75)}
            class={`bar ${tone}`}
          >
            <title>{`${name}, ${monthWords(months[month] ?? '', true)}: ${formatMoney({ minor, currency })}`}</title>
          </rect>
        )
      })}
      {budget !== undefined && (
        <>
          <line x1={box.left} x2={box.width - box.right} y1={y(budget)} y2={y(budget)} class="budget-ground" />
          <line x1={box.left} x2={box.width - box.right} y1={y(budget)} y2={y(budget)} class="budget" />
        </>
      )}
    </svg>
  )
}

type TableProps = Omit<Props, 'domain' | 'budget'> & { onMonth?: (month: Month) => void }

/** The same figures in rows: for a screen reader, for the keyboard, and for whoever wants to copy them. */
export function ChartTable({ title, months, series, currency, onMonth }: TableProps) {
  const sum = (at: number) => series.reduce((total, { byMonth }) => total + (byMonth[at] ?? 0n), 0n)
  return (
    <details class="spend-details">
      <summary>{t('spend.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section class="spend-scroll" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('spend.month')}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
              <th scope="col" class="number">
                {t('spend.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((month, at) => (
              <tr key={month}>
                <th scope="row">
                  {onMonth ? (
                    <button
                      type="button"
                      class="button link"
                      aria-label={t('spend.linesOfMonth', monthWords(month, true))}
                      onClick={() => onMonth(month)}
                    >
                      {monthWords(month, true)}
                    </button>
                  ) : (
                    monthWords(month, true)
                  )}
                </th>
                {series.map(({ name, byMonth }) => (
                  <td key={name} class="number">
                    {formatMoney({ minor: byMonth[at] ?? 0n, currency })}
                  </td>
                ))}
                <td class="number">
                  <strong>{formatMoney({ minor: sum(at), currency })}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
