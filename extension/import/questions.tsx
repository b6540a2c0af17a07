import { problem } from '../../shared/problem.ts'
import { dayOf } from '../heuristics/values/day.ts'
import { formatDay } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { Note, ProblemNote } from '../ui/note.tsx'
import type { Reading } from './use-import.ts'

/** What only a person can say: the kind of rows, and which number of a day is the day. Each is asked once for the file. */
export function Questions({ of: { reading, mapping, plan, say, remembered, settling } }: { of: Reading }) {
  const asked = mapping?.columns.filter(({ ambiguous }) => ambiguous !== undefined) ?? []
  return (
    <>
      {reading?.own && <p class="faint remembered">{t('import.ownList')}</p>}
      {remembered && <p class="faint remembered">{t('import.remembered')}</p>}
      {reading && !reading.header.sure && <ProblemNote problem={problem('IMPORT_NO_HEADER')} />}
      {!mapping && reading && !settling && (
        <Note tone="soon" title={t('import.typeTitle')}>
          {t('import.typeAsk')}
        </Note>
      )}
      {asked.map(({ place, column, ambiguous = '', asks }) => (
        <fieldset key={place} class={`note ${asks ? 'soon' : 'plain'} ask`}>
          <legend>{t('import.orderTitle', column.name, ambiguous)}</legend>
          {orders.map(({ order, label }) => (
            <label key={order}>
              <input
                type="radio"
                name={`order-${place}`}
                checked={plan.orders[place] === order}
                onChange={() => say({ orders: { ...plan.orders, [place]: order } })}
              />
              {label(ambiguous)}
            </label>
          ))}
        </fieldset>
      ))}
    </>
  )
}

const shown = (text: string, order: 'dmy' | 'mdy'): string => {
  const day = dayOf(text, '', order)
  return day === undefined ? text : formatDay(day)
}

const orders = [
  { order: 'dmy', label: (text: string) => t('import.dayFirst', shown(text, 'dmy')) },
  { order: 'mdy', label: (text: string) => t('import.monthFirst', shown(text, 'mdy')) },
  { order: 'none', label: () => t('import.leaveDays') },
] as const
