import type { PricePoint } from '../../../shared/inventory/money/price-history.ts'
import { priceRises } from '../../../shared/inventory/money/price-history.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import { percentText } from '../../ui/finding-words.ts'
import { dayOf, formatDay, formatMoney, formatPeriod } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import { labelOf } from '../../ui/value-text.ts'
import { calledDevice } from './decisions-section.tsx'
import { drawn, type PriceLine, priceLines, size, steps } from './price-line.ts'

type Props = { points: PricePoint[]; device: Uuid | undefined; now: string }

/** What it has cost: as a line, as its rises, and every price with its day and source. */
export function PricesSection({ points, device, now }: Props) {
  const [line] = priceLines(points)
  const rises = priceRises(points).reverse()
  return (
    <section aria-label={t('inventory.page.prices.title')}>
      <h2>{t('inventory.page.prices.title')}</h2>
      {!line && <p class="soft">{t('inventory.page.prices.none')}</p>}
      {line && (
        <div class="prices">
          <Chart line={line} now={now} />
          <div class="rises">
            <h3>{t('inventory.page.prices.rises')}</h3>
            {rises.length === 0 && <p class="soft">{t('inventory.page.prices.noRise')}</p>}
            <ul>
              {rises.map(({ from, to, basisPoints }) => (
                <li key={`${to.at} ${to.field}`}>
                  <strong class="tone-soon">
                    {t('inventory.page.prices.rise', percentText(basisPoints), formatDay(dayIn(to)))}
                  </strong>
                  <span class="faint under">
                    {labelOf('subscription', to.field)}: {formatMoney(from.price)} → {formatMoney(to.price)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {line && <Table points={[...points].reverse()} device={device} />}
    </section>
  )
}

const dayIn = ({ at }: PricePoint) => dayOf(new Date(at))
const lineWords = (line: PriceLine): string =>
  steps(line)
    .map((point) => t('inventory.page.prices.from', formatMoney(point.price), formatDay(dayIn(point))))
    .join(', ')

function Chart({ line, now }: { line: PriceLine; now: string }) {
  const { path, dots, scale } = drawn(line, now)
  const last = line.points.at(-1)
  const first = line.points[0]
  return (
    <figure class="price-chart">
      <figcaption>
        {last && labelOf('subscription', last.field)}
        {last && <strong class="number">{formatMoney(last.price)}</strong>}
        {last?.period && <span class="faint">{formatPeriod(last.period)}</span>}
      </figcaption>
      <p class="faint price-scale" aria-hidden="true">
        {last &&
          scale.map(({ y, minor }) => (
            <span key={minor} style={{ top: `${(100 * y) / size.height}%` }}>
              {formatMoney({ ...last.price, minor })}
            </span>
          ))}
      </p>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={t('inventory.page.prices.line', lineWords(line))}
      >
        <path class="ground" d={`M0 ${scale.at(-1)?.y ?? size.height}H${size.width}`} />
        <path class="line" d={path} />
        {dots.map(({ x, y, point }) => (
          <circle key={point.at} cx={x} cy={y} r="3">
            <title>{`${formatMoney(point.price)}, ${formatDay(dayIn(point))}`}</title>
          </circle>
        ))}
      </svg>
      <p class="faint price-axis" aria-hidden="true">
        <span>{first && formatDay(dayIn(first))}</span>
        <span>{t('inventory.page.terms.today')}</span>
      </p>
    </figure>
  )
}

function Table({ points, device }: { points: PricePoint[]; device: Uuid | undefined }) {
  return (
    <details class="price-table">
      <summary>{t('inventory.page.prices.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('inventory.page.prices.day')}</th>
            <th scope="col">{t('inventory.page.prices.what')}</th>
            <th scope="col" class="number">
              {t('inventory.page.prices.price')}
            </th>
            <th scope="col">{t('inventory.page.prices.source')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={`${point.at} ${point.field}`}>
              <td>{formatDay(dayIn(point))}</td>
              <td>
                {labelOf('subscription', point.field)}{' '}
                <span class="faint">
                  {point.period ? formatPeriod(point.period) : t('inventory.page.prices.periodNotSaid')}
                </span>
              </td>
              <td class="number">{formatMoney(point.price)}</td>
              <td class="faint">
                {point.by.kind === 'capture'
                  ? t('inventory.page.prices.captured')
                  : t('inventory.page.prices.entered', calledDevice(point.by.member, device))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
