import { useEffect, useState } from 'preact/hooks'
import { currentPage, type Page } from '../../access/page.ts'
import { database } from '../../db/open.ts'
import { clientsNow } from '../../inventory/switching.ts'
import { tellOfEdits } from '../../sync/tell-of-edits.ts'
import { DatabaseProblem } from '../../ui/database-problem.tsx'
import { start } from '../../ui/start.tsx'
import { Watched } from '../../ui/state.tsx'
import { useLive } from '../../ui/use-live.ts'
import { Popup } from './popup.tsx'

function Main() {
  const [page, setPage] = useState<Page | null>()
  const clients = useLive(() => clientsNow(database), [])
  const look = () => void currentPage().then(setPage)
  useEffect(look, [])
  return (
    <>
      <DatabaseProblem />
      {page !== undefined && (
        <Watched of={clients} rows={8}>
          {({ active, all }) => <Popup db={database} page={page} clients={all} active={active} onAllowed={look} />}
        </Watched>
      )}
    </>
  )
}

void start(Main)
tellOfEdits(database)
