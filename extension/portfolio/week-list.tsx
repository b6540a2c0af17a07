import { useState } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import { t } from '../ui/language.ts'
import { moveInRows } from '../ui/list/move-in-rows.ts'
import { NotRead } from '../ui/state.tsx'
import type { Failed } from '../ui/use-live.ts'
import { addressOf, type Open, type Week, type WeekLine } from './week.ts'
import { WeekRow } from './week-row.tsx'

/** As many as stand above the list of clients, whatever there is: nothing below moves when they come. */
const shown = 8

type Props = { week: Week; today: Day; now: Date; onOpen: Open }

/** The most urgent of all clients; the others at a press. */
export function WeekList({ week: { lines, next, isRead, isWhole }, today, now, onOpen }: Props) {
  const [all, setAll] = useState(false)
  const [first, rest] = all ? [lines, 0] : [lines.slice(0, shown), Math.max(0, lines.length - shown)]
  const after = next.slice(0, Math.max(0, shown - first.length - 1))
  const row = (line: WeekLine, at: number) => (
    <WeekRow
      key={line.key}
      of={line}
      at={at}
      today={today}
      now={now}
      onOpen={() => void onOpen(line.client, addressOf(line))}
    />
  )
  return (
    <section class="week" aria-label={t('portfolio.week')}>
      <h2>
        {t('portfolio.week')} <span class="badge">{isRead ? lines.length : '…'}</span>
      </h2>
      <ul class="week-lines" onKeyDown={(event) => moveInRows(event, first.length + after.length)}>
        {first.map(row)}
        {!isWhole && first.length < shown && <Ghosts count={isRead ? 1 : shown} />}
        {isWhole && first.length < shown && (
          <>
            <li class="week-end faint">{lines.length === 0 ? t('portfolio.nothing') : t('portfolio.thatIsAll')}</li>
            {after.map((line, at) => row(line, first.length + at))}
          </>
        )}
      </ul>
      <p class="week-more">
        {(rest > 0 || all) && (
          <button type="button" class="button link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('portfolio.showFirst', shown) : t('portfolio.showAll', lines.length)}
          </button>
        )}
      </p>
    </section>
  )
}

/** In the room of the lines: nothing below moves when they cannot be read. */
export const UnreadWeek = ({ problem, retry }: Pick<Failed, 'problem' | 'retry'>) => (
  <section class="week" aria-label={t('portfolio.week')}>
    <h2>{t('portfolio.week')}</h2>
    <div class="week-lines unread">
      <NotRead problem={problem} retry={retry} />
    </div>
    <p class="week-more" />
  </section>
)

const Ghosts = ({ count }: { count: number }) => (
  <>
    {Array.from({ length: count }, (_, at) => (
      <li key={at} class="week-line" aria-hidden="true">
        <span class="ghost" />
        <span class="ghost" />
        <span class="ghost" />
        <span />
      </li>
    ))}
  </>
)
