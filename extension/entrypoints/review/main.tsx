import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Uuid } from '../../../shared/model/id.ts'
import { database } from '../../db/open.ts'
import { AttentionList } from '../../inventory/attention-list.tsx'
import { ClientBanner } from '../../inventory/client-banner.tsx'
import { FirstClient } from '../../inventory/first-client.tsx'
import { type Clients, clientsNow, switching } from '../../inventory/switching.ts'
import { ReviewScreen } from '../../review/review-screen.tsx'
import { type SyncStanding, syncStanding } from '../../sync/standing.ts'
import { syncWords } from '../../sync/sync-line.tsx'
import { DatabaseProblem } from '../../ui/database-problem.tsx'
import { Watched } from '../../ui/state.tsx'
import { Toasts } from '../../ui/toasts.tsx'
import { useLive, valueOr } from '../../ui/use-live.ts'

function Main() {
  const clients = useLive(() => clientsNow(database), [])
  const sync = useLive(() => syncStanding(database), [])
  return (
    <div class="page">
      <DatabaseProblem />
      <Watched of={clients} rows={12}>
        {(known) => <Page {...known} sync={valueOr(sync, null)} />}
      </Watched>
      <Toasts />
    </div>
  )
}

function Page({ active, all, sync }: Clients & { sync: SyncStanding | null }) {
  const { onSwitch, onCreate } = switching(database, all)
  const session = useSession()
  return (
    <>
      <ClientBanner active={active} clients={all} onSwitch={onSwitch} onCreate={onCreate} />
      <main>
        {active && <AttentionList db={database} client={active.id} />}
        {all.length === 0 ? (
          <FirstClient onCreate={onCreate} />
        ) : (
          <ReviewScreen db={database} active={active} clients={all} session={session} onSwitch={onSwitch} />
        )}
      </main>
      <p class="saved faint" role="status">
        {sync && syncWords(sync, new Date(), navigator.onLine)}
      </p>
    </>
  )
}

/** The visit whose drafts come first stands behind the `#`; anything else there is not looked at. */
function useSession(): Uuid | null {
  const read = () => Uuid.safeParse(location.hash.slice(1)).data ?? null
  const [session, setSession] = useState(read)
  useEffect(() => {
    const follow = () => setSession(read())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return session
}

const screen = document.getElementById('screen')
if (screen) render(<Main />, screen)
