import { useMemo, useRef } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import type { Database } from '../db/database.ts'
import { searchable } from '../db/listing.ts'
import type { ClientCard } from '../records/clients.ts'
import { t } from '../ui/language.ts'
import { opened, sorted, underHeads } from '../ui/list/arrange.ts'
import { List } from '../ui/list/list.tsx'
import { ListTools } from '../ui/list/list-tools.tsx'
import { useView } from '../ui/list/use-view.ts'
import { ViewMenu } from '../ui/list/view-menu.tsx'
import { byUrgency, clientColumns, usualView } from './client-columns.tsx'
import { type ClientRow, rowsOf } from './client-rows.ts'
import type { Known } from './known.ts'
import type { Open } from './week.ts'

type Props = {
  db: Database
  clients: ClientCard[]
  known: Known
  /** The days of all are known. */
  isRead: boolean
  today: Day
  now: Date
  onOpen: Open
}

/** Each client in one row, the most urgent first. It stands by name until the days of all are read. */
export function ClientList({ db, clients, known, isRead, today, now, onOpen }: Props) {
  const before = useRef<ClientRow[]>([])
  const rows = useMemo(() => {
    before.current = rowsOf(clients, known, before.current)
    return before.current
  }, [clients, known])
  const columns = useMemo(() => clientColumns({ today, now, onOpen }), [today, now, onOpen])
  const usual = useMemo(() => usualView(columns), [])
  const standing = useView('portfolio', usual)
  const { view, search, closed } = standing
  const words = searchable(search).split(' ').filter(Boolean)
  const hits = rows.filter(({ client }) => words.every((word) => searchable(client.name).includes(word)))
  const shown = underHeads(sorted(hits, columns, view.order), columns, view, ({ client }) => client.id)
  return (
    <section class="portfolio-clients" aria-label={t('portfolio.all')}>
      <h2>
        {t('portfolio.all')} <span class="badge">{clients.length}</span>
        {isRead && view.order.by === byUrgency.by && (
          // A space at the end of the line would move once there are words behind it.
          <span class="by-urgency faint"> {t('portfolio.byUrgency')}</span>
        )}
      </h2>
      <ListTools search={t('portfolio.search')} columns={columns} filters={[]} standing={standing}>
        <ViewMenu db={db} list="portfolio" usual={usual} standing={standing} />
      </ListTools>
      {hits.length === 0 ? (
        <p class="state">{t('portfolio.noHit', search)}</p>
      ) : (
        <List
          label={t('portfolio.all')}
          columns={columns}
          rows={opened(shown, closed)}
          standing={standing}
          countOf={({ length }) => t('portfolio.clients', length)}
          // Clients have currencies of their own: no sum says anything of all of them.
          sumOf={() => null}
        />
      )}
    </section>
  )
}
