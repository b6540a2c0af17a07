import { useEffect, useState } from 'preact/hooks'
import { currentPage, type Page } from '../../access/page.ts'
import { database } from '../../db/open.ts'
import { clientsNow } from '../../inventory/switching.ts'
import { tellOfEdits } from '../../sync/tell-of-edits.ts'
import { DatabaseProblem } from '../../ui/database-problem.tsx'
import { soon, start } from '../../ui/start.tsx'
import { Watched } from '../../ui/state.tsx'
import { useLive } from '../../ui/use-live.ts'
import { type FirstLook, firstLook } from './first-look.ts'
import { Popup } from './popup.tsx'

function Main({ first }: { first: FirstLook | undefined }) {
  const [page, setPage] = useState<Page | null | undefined>(first?.page)
  const clients = useLive(() => clientsNow(database), [], first?.clients)
  const look = () => void currentPage().then(setPage)
  useEffect(() => {
    if (!first) look()
  }, [])
  return (
    <>
      <DatabaseProblem />
      {page !== undefined && (
        <Watched of={clients} rows={8}>
          {({ active, all }) => (
            <Popup db={database} page={page} clients={all} active={active} first={first?.of ?? null} onAllowed={look} />
          )}
        </Watched>
      )}
    </>
  )
}

// What cannot be read is asked for again by the screen, which then says why.
void start(soon(firstLook(database)).then((first) => () => <Main first={first} />))
tellOfEdits(database)
