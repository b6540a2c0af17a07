import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import { type Whole, wholeOf } from '../../records/whole.ts'
import { Watched } from '../../ui/state.tsx'
import { useLive } from '../../ui/use-live.ts'
import { dossierOf } from './dossier.ts'
import { SubscriptionPage } from './subscription-page.tsx'

type Props = { db: Database; client: Uuid; today: Day; of: Uuid }

export function SubscriptionScreen({ db, client, today, of }: Props) {
  const whole = useLive(() => readWhole(db, client, today, of), [client, today, of])
  return (
    <Watched of={whole} rows={10}>
      {(known) => <SubscriptionPage key={of} db={db} client={client} id={of} whole={known} today={today} />}
    </Watched>
  )
}

/** Price rises are told on a subscription's own page only. */
async function readWhole(db: Database, client: Uuid, today: Day, of: Uuid): Promise<Whole> {
  // The page's own facts are read before: an edit shall not wait to be seen behind ten thousand others.
  await dossierOf(db, client, of)
  return wholeOf(db, client, today, [of])
}
