import { formatCount, formatMoney } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { PositionBar } from '../ui/position-bar.tsx'
import type { ProductView } from './tree.ts'

/** The page of its first subscription; what a console shows of all purchases together, where it does. */
const subscriptionOf = ({ parts: [first] }: ProductView) =>
  (first?.entitlement.pool ?? first?.entitlement.purchases[0])?.id

/** One product: where each entitlement to it stands, and what it costs a year. */
export function ProductRow({ of, onMerge }: { of: ProductView; onMerge: (() => void) | undefined }) {
  return (
    <li class="row product">
      <a class="cut" href={`#inventory/${subscriptionOf(of) ?? ''}`}>
        {of.name}
      </a>
      <span class="product-parts">
        {of.parts.map(({ entitlement, position: { purchased, assigned, active, unlimited } }) => (
          <span key={entitlement.key} class="product-seats">
            <PositionBar of={{ purchased: purchased?.count, assigned: assigned?.count, active: active?.count }} />
            <span class="number">
              {assigned ? formatCount(assigned.count) : ''}
              {purchased && !unlimited && (
                <span class="faint">
                  {assigned ? ' / ' : ''}
                  {formatCount(purchased.count)}
                </span>
              )}
            </span>
          </span>
        ))}
      </span>
      <span class="number">
        {of.parts.map(({ entitlement, perYear, free }) => (
          <span key={entitlement.key}>
            {perYear
              ? formatMoney(perYear)
              : free === undefined && <span class="not-shown">{t('common.priceNotShown')}</span>}
          </span>
        ))}
      </span>
      {onMerge ? (
        <button type="button" class="button quiet" aria-label={t('vendors.sameOf', of.name)} onClick={onMerge}>
          {t('vendors.same')}
        </button>
      ) : (
        <span />
      )}
    </li>
  )
}
