import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import { followedWhole } from '../../records/followed-whole.ts'
import { Watched } from '../../ui/state.tsx'
import { useLive } from '../../ui/use-live.ts'
import { SubscriptionPage } from './subscription-page.tsx'

type Props = { db: Database; client: Uuid; today: Day; of: Uuid }

export function SubscriptionScreen({ db, client, today, of }: Props) {
  const whole = useLive(() => followedWhole(db, client, today), [client, today])
  return (
    <Watched of={whole} rows={10}>
      {(known) => <SubscriptionPage key={of} db={db} client={client} id={of} whole={known} today={today} />}
    </Watched>
  )
}
