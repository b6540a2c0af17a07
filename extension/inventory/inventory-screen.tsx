import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { type Whole, wholeOf } from '../records/whole.ts'
import { AreaNote } from '../ui/area-note.tsx'
import { t } from '../ui/language.ts'
import { Watched } from '../ui/state.tsx'
import { useLive } from '../ui/use-live.ts'
import { EntryList } from './entry-list.tsx'
import { dossierOf } from './page/dossier.ts'
import { SubscriptionPage } from './page/subscription-page.tsx'

type Props = { db: Database; active: { id: Uuid; name: string } | null; today: Day; of: Uuid | undefined }

/** All subscriptions of the active client, or the page of one of them. */
export function InventoryScreen({ db, active, today, of }: Props) {
  if (!active) return <AreaNote title={t('common.noClientTitle')}>{t('inventory.noClient')}</AreaNote>
  return <OfClient key={active.id} db={db} client={active.id} today={today} of={of} />
}

type ClientProps = { db: Database; client: Uuid; today: Day; of: Uuid | undefined }

function OfClient({ db, client, today, of }: ClientProps) {
  const whole = useLive(() => readWhole(db, client, today, of), [client, today, of])
  return (
    <Watched of={whole} rows={10}>
      {(known) =>
        of === undefined ? (
          <EntryList db={db} whole={known} today={today} />
        ) : (
          <SubscriptionPage key={of} db={db} client={client} id={of} whole={known} today={today} />
        )
      }
    </Watched>
  )
}

/** Price rises are told on a subscription's own page only. */
async function readWhole(db: Database, client: Uuid, today: Day, of: Uuid | undefined): Promise<Whole> {
  if (of === undefined) return wholeOf(db, client, today, [])
  // The page's own facts are read before: an edit shall not wait to be seen behind ten thousand others.
  await dossierOf(db, client, of)
  return wholeOf(db, client, today, [of])
}
