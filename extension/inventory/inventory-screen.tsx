import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { t } from '../ui/language.ts'
import { NoClient } from '../ui/no-client.tsx'
import { Ghosts, Watched } from '../ui/state.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import { EntryList } from './entry-list.tsx'
import { useEntries } from './use-entries.ts'

type Props = { db: Database; active: { id: Uuid; name: string } | null; today: Day; of: Uuid | undefined }

/** All subscriptions of the active client, or the page of one of them. */
export function InventoryScreen({ db, active, today, of }: Props) {
  if (!active) return <NoClient>{t('inventory.noClient')}</NoClient>
  if (of === undefined) return <All key={active.id} db={db} client={active.id} name={active.name} today={today} />
  return <One key={active.id} db={db} client={active.id} today={today} of={of} />
}

type OfClient = { db: Database; client: Uuid; today: Day }

function All({ db, client, name, today }: OfClient & { name: string }) {
  const entries = useEntries(db, client, today)
  return (
    <Watched of={entries} rows={10}>
      {(now) => <EntryList db={db} name={name} now={now} today={today} />}
    </Watched>
  )
}

/** The page carries all that a subscription's facts are worked out with; the list does without. */
function One(props: OfClient & { of: Uuid }) {
  const Screen = useLoaded('page', async () => (await import('./page/subscription-screen.tsx')).SubscriptionScreen)
  return Screen ? <Screen {...props} /> : <Ghosts rows={10} />
}
