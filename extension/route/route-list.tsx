import { Circle, CircleCheck, ExternalLink } from 'lucide'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Connector } from '../connector-kit/define.ts'
import type { Database } from '../db/database.ts'
import { ageOf, formatCount } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { Watched } from '../ui/state.tsx'
import { useLive } from '../ui/use-live.ts'
import { knownOf } from './queries.ts'
import { routeOf, type Stop } from './route.ts'
import { factsText } from './words.ts'

type Props = {
  db: Database
  client: { id: Uuid; name: string }
  connectors: Connector[]
  today: Day
  /** Opens a page in a tab, from the person's click and never by itself. */
  onOpen: (url: string) => void
}

/** The consoles and pages of a client, the stalest facts first, ticked off as captures arrive. */
export function RouteList({ db, client, connectors, today, onOpen }: Props) {
  const known = useLive(() => knownOf(db, client.id, today), [db, client.id, today])
  return (
    <section class="route" aria-label={t('route.title')}>
      <Watched of={known} rows={4}>
        {(value) => <Stops stops={routeOf(value, connectors, today)} client={client.name} onOpen={onOpen} />}
      </Watched>
    </section>
  )
}

function Stops({ stops, client, onOpen }: { stops: Stop[]; client: string; onOpen: Props['onOpen'] }) {
  if (stops.length === 0)
    return (
      <div class="state">
        <h2>{t('route.emptyTitle', client)}</h2>
        <p>{t('route.empty')}</p>
      </div>
    )
  return (
    <>
      <p class="route-progress faint" role="status">
        {t('route.progress', stops.length, formatCount(stops.filter(({ done }) => done).length))}
      </p>
      <ol>
        {stops.map((stop) => (
          <li key={stop.id} class={stop.done ? 'stop done' : 'stop'}>
            <StopLine stop={stop} onOpen={onOpen} />
          </li>
        ))}
      </ol>
    </>
  )
}

function StopLine({ stop, onOpen }: { stop: Stop; onOpen: Props['onOpen'] }) {
  const { url, console: name, path, account, done } = stop
  const facts = [account, factsText(stop.facts)].filter(Boolean).join(' · ')
  const text = (
    <>
      <Icon of={done ? CircleCheck : Circle} class={done ? 'tone-proven' : 'faint'} />
      <span class="stop-text">
        <span class="cut">
          <strong>{name}</strong> <span class="faint">{path}</span>
        </span>
        {url === null ? <span class="faint">{t('route.noAddress')}</span> : <span class="cut faint">{facts}</span>}
        {stop.unseen > 0 && <span class="tone-soon">{t('route.unseen', stop.unseen)}</span>}
      </span>
      <span class="stop-age faint">{ageText(stop)}</span>
    </>
  )
  if (url === null) return <div class="stop-line">{text}</div>
  return (
    <button type="button" class="stop-line" title={t('route.open', url)} onClick={() => onOpen(url)}>
      {text}
      <Icon of={ExternalLink} class="faint" />
    </button>
  )
}

const ageText = ({ done, seenAt }: Stop): string =>
  done ? t('route.done') : seenAt === null ? t('route.never') : ageOf(seenAt, new Date())
