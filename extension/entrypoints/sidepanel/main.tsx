import { database } from '../../db/open.ts'
import { clientsNow } from '../../inventory/switching.ts'
import { listenOnScreen } from '../../sync/listen-on-screen.ts'
import { DatabaseProblem } from '../../ui/database-problem.tsx'
import { start } from '../../ui/start.tsx'
import { Watched } from '../../ui/state.tsx'
import { useLive } from '../../ui/use-live.ts'
import { SidePanel } from './side-panel.tsx'
import { useCurrentPage } from './use-current-page.ts'

function Main() {
  const { page, look } = useCurrentPage()
  const clients = useLive(() => clientsNow(database), [])
  return (
    <>
      <DatabaseProblem />
      {page !== undefined && (
        <Watched of={clients} rows={8}>
          {({ active, all }) => <SidePanel db={database} page={page} clients={all} active={active} onAllowed={look} />}
        </Watched>
      )}
    </>
  )
}

void start(Main)
listenOnScreen()
