import { useCallback, useMemo } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { ClientCard } from '../records/clients.ts'
import { t } from '../ui/language.ts'
import { useNow } from '../ui/use-now.ts'
import { ClientList } from './client-list.tsx'
import { useKnown } from './use-known.ts'
import { type Open, weekOf } from './week.ts'
import { UnreadWeek, WeekList } from './week-list.tsx'

type Props = {
  db: Database
  active: ClientCard | null
  clients: ClientCard[]
  today: Day
  onSwitch: (client: Uuid) => Promise<void>
}

/** All clients on one page: what needs doing this week, and how each of them stands. */
export function PortfolioScreen({ db, active, clients, today, onSwitch }: Props) {
  const { known, retry } = useKnown(
    clients.map(({ id }) => id),
    today,
  )
  const now = useNow(60_000)
  const week = useMemo(() => weekOf(clients, known, now), [clients, known, now])
  const open = useCallback<Open>(
    async (client, address) => {
      // Another client's page is never shown under this one's name.
      if (client && client.id !== active?.id) await onSwitch(client.id)
      location.assign(address)
    },
    [active, onSwitch],
  )
  return (
    <div class="portfolio">
      <header class="area-head portfolio-head">
        <h1>{t('areas.portfolio')}</h1>
        {!week.isWhole && !known.problem && <p class="faint">{progressWords(week, clients.length)}</p>}
        {/* Read aloud once, when all is there: the steps to it come several times a second. */}
        <p class="faint" role="status">
          {week.isWhole && t('portfolio.clients', clients.length)}
        </p>
      </header>
      {known.problem ? (
        <UnreadWeek problem={problem(known.problem)} retry={retry} />
      ) : (
        <WeekList week={week} today={today} now={now} onOpen={open} />
      )}
      <ClientList {...{ db, clients, known, today, now }} isRead={week.isRead} onOpen={open} />
    </div>
  )
}

/** How far it is: what is still being worked out is said, not left to be guessed from what is missing. */
function progressWords({ isRead, days, worth }: ReturnType<typeof weekOf>, all: number): string {
  return isRead ? t('portfolio.working', worth, all) : t('portfolio.reading', days, all)
}
