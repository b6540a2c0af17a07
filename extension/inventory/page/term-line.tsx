import type { CancelBy } from '../../../shared/inventory/terms/cancel-by.ts'
import type { Chain } from '../../../shared/inventory/terms/chain.ts'
import { dayOf } from '../../../shared/model/calendar.ts'
import type { Day } from '../../../shared/model/day.ts'
import { urgencyOf } from '../../ui/day-words.tsx'
import { formatDay, relativeDay } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import { type Mark, type Piece, type Timeline, timelineOf } from './timeline.ts'
import { markWords, renewalWords } from './words.ts'

type Props = { chain: Chain; cancelBy: CancelBy | undefined; today: Day }

/** A thin line of terms with today, the last day to cancel and the renewal; the same is said in its label. */
export function TermLine({ chain, cancelBy, today }: Props) {
  const line = timelineOf(chain, cancelBy, today)
  if (!line) return null
  const levels = 1 + Math.max(...line.marks.map(({ level }) => level))
  return (
    <div
      class="term-line"
      role="img"
      aria-label={t('inventory.page.terms.line', lineWords(line))}
      style={{ '--levels': levels }}
    >
      <div class="term-pieces">
        {line.pieces.map((piece) => (
          <span
            key={String(piece.from)}
            class={`term-piece ${piece.is}`}
            style={{ '--from': piece.from, '--to': piece.to }}
          >
            <span class="cut">{piece.to - piece.from > 14 ? nameOf(piece) : ''}</span>
          </span>
        ))}
      </div>
      {line.marks.map(({ is, at, on, level, align }) => (
        <span key={is} class={`term-mark ${is} ${align}`} style={{ '--at': at, '--level': level }}>
          <i />
          <span class={`term-name ${is === 'today' ? '' : toneOf(on, today, is)}`}>
            {markWords(is)} <time dateTime={on}>{formatDay(on)}</time>
            {is !== 'today' && <span class="faint">, {relativeDay(on, today)}</span>}
          </span>
        </span>
      ))}
    </div>
  )
}

const toneOf = (on: Day, today: Day, is: Mark['is']): string => {
  const tone = urgencyOf(on, today, is)
  return tone ? `tone-${tone}` : ''
}

function nameOf({ span: { kind, number } }: Piece): string {
  if (kind === 'unknown') return t('inventory.page.terms.some')
  return kind === 'initial' ? t('inventory.page.terms.initial') : renewalWords(number)
}

function lineWords({ pieces, marks }: Timeline): string {
  const terms = pieces.map((piece) =>
    t('inventory.page.terms.pieceUntil', nameOf(piece), formatDay(dayOf(piece.span.end))),
  )
  return [...terms, ...marks.map(({ is, on }) => `${markWords(is)} ${formatDay(on)}`)].join(', ')
}
