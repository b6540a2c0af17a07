import type { ComponentChildren } from 'preact'
import { database } from '../../db/open.ts'
import { ClientBanner } from '../../inventory/client-banner.tsx'
import { FirstClient } from '../../inventory/first-client.tsx'
import { type Clients, clientsNow, switching } from '../../inventory/switching.ts'
import { type SyncStanding, syncStanding } from '../../sync/standing.ts'
import { syncWords } from '../../sync/sync-line.tsx'
import { DatabaseProblem } from '../../ui/database-problem.tsx'
import { dayOf, formatDay } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import { Watched } from '../../ui/state.tsx'
import { Toasts } from '../../ui/toasts.tsx'
import { useLive, valueOr } from '../../ui/use-live.ts'
import { Searching } from './searching.tsx'

type Known = Clients & Pick<ReturnType<typeof switching>, 'onSwitch'>
type Props = {
  /** Beside the content, where the page has several areas. */
  aside?: ComponentChildren
  /** Whose it is on paper, where that is not the active client alone. */
  about?: string | undefined
  /** It is of no client, and there before the first one: whoever joins colleagues connects to their server first. */
  isOfNone?: boolean
  /** The clients, where they were read before the page was drawn. */
  first?: Clients | undefined
  children: (known: Known) => ComponentChildren
}

/** A page in a tab of its own: whose inventory it is on top, how far it is saved and synced at the foot. */
export function ClientPage({ aside, about, isOfNone = false, first, children }: Props) {
  const clients = useLive(() => clientsNow(database), [], first)
  const sync = useLive(() => syncStanding(database), [])
  return (
    <div class="page">
      <DatabaseProblem />
      <Watched of={clients} rows={12}>
        {(known) => <Content {...{ known, aside, about, isOfNone }} sync={valueOr(sync, null)} content={children} />}
      </Watched>
      <Toasts />
    </div>
  )
}

type ContentProps = {
  known: Clients
  aside: ComponentChildren
  about: string | undefined
  isOfNone: boolean
  sync: SyncStanding | null
  content: Props['children']
}

function Content({ known, aside, about, isOfNone, sync, content }: ContentProps) {
  const { active, all } = known
  const { onSwitch, onCreate } = switching(database, all)
  return (
    <>
      <ClientBanner active={active} clients={all} onSwitch={onSwitch} onCreate={onCreate}>
        {all.length > 0 && <Searching db={database} {...{ active, all, onSwitch, onCreate }} />}
      </ClientBanner>
      <p class="on-paper">
        <strong>{about ?? active?.name ?? ''}</strong> <span>{formatDay(dayOf(new Date()))}</span>
      </p>
      <div class="shell">
        {aside}
        <main>
          {all.length > 0 || isOfNone ? (
            content({ active, all, onSwitch })
          ) : (
            <FirstClient onCreate={onCreate}>
              <p class="soft">
                {t('inventory.clients.joining')}{' '}
                <a class="joining" href="/app.html#settings/server">
                  {t('inventory.clients.connect')}
                </a>
              </p>
            </FirstClient>
          )}
        </main>
      </div>
      <p class="saved faint" role="status">
        {sync && syncWords(sync, new Date(), navigator.onLine)}
      </p>
    </>
  )
}
