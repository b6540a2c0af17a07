import { ListChecks } from 'lucide'
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { database } from '../../db/open.ts'
import { ImportScreen } from '../../import/import-screen.tsx'
import { ClientBanner } from '../../inventory/client-banner.tsx'
import { FirstClient } from '../../inventory/first-client.tsx'
import { type Clients, clientsNow, switching } from '../../inventory/switching.ts'
import { type SyncStanding, syncStanding } from '../../sync/standing.ts'
import { syncWords } from '../../sync/sync-line.tsx'
import { DatabaseProblem } from '../../ui/database-problem.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Watched } from '../../ui/state.tsx'
import { Toasts } from '../../ui/toasts.tsx'
import { useLive, valueOr } from '../../ui/use-live.ts'
import { type AreaId, areaIn, areas } from './areas.ts'

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
  const area = useArea()
  return (
    <>
      <ClientBanner active={active} clients={all} onSwitch={onSwitch} onCreate={onCreate} />
      <div class="shell">
        <Navigation current={area} />
        <main>
          {all.length === 0 ? <FirstClient onCreate={onCreate} /> : <ImportScreen db={database} active={active} />}
        </main>
      </div>
      <p class="saved faint" role="status">
        {sync && syncWords(sync, new Date(), navigator.onLine)}
      </p>
    </>
  )
}

function Navigation({ current }: { current: AreaId }) {
  return (
    <nav class="areas" aria-label="Areas">
      <ul>
        {areas.map(({ id, label, icon }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
              <Icon of={icon} /> {label}
            </a>
          </li>
        ))}
        <li>
          <a href="/review.html">
            <Icon of={ListChecks} /> Review
          </a>
        </li>
      </ul>
    </nav>
  )
}

function useArea(): AreaId {
  const [area, setArea] = useState(() => areaIn(location.hash))
  useEffect(() => {
    const follow = () => setArea(areaIn(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return area
}

const screen = document.getElementById('screen')
if (screen) render(<Main />, screen)
