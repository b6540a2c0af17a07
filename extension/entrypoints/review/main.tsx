import { useEffect, useState } from 'preact/hooks'
import { Uuid } from '../../../shared/model/id.ts'
import { database } from '../../db/open.ts'
import { AttentionList } from '../../inventory/attention-list.tsx'
import { ReviewScreen } from '../../review/review-screen.tsx'
import { listenOnScreen } from '../../sync/listen-on-screen.ts'
import { start } from '../../ui/start.tsx'
import { ClientPage } from '../app/client-page.tsx'

function Main() {
  const session = useSession()
  return (
    <ClientPage>
      {({ active, all, onSwitch }) => {
        const review = (
          <ReviewScreen db={database} active={active} clients={all} session={session} onSwitch={onSwitch} />
        )
        return active ? (
          <AttentionList key={active.id} db={database} client={active.id}>
            {review}
          </AttentionList>
        ) : (
          review
        )
      }}
    </ClientPage>
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

void start(Main)
listenOnScreen()
