import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { followedWhole } from '../records/followed-whole.ts'
import { t } from '../ui/language.ts'
import { NoClient } from '../ui/no-client.tsx'
import { Watched } from '../ui/state.tsx'
import { useLive } from '../ui/use-live.ts'
import { Counted } from './counted.tsx'
import { peopleOf } from './people.ts'
import { PeopleList } from './people-list.tsx'
import { PersonPage } from './person-page.tsx'

type Props = { db: Database; active: { id: Uuid; name: string } | null; today: Day; of: Uuid | undefined }

/** Who uses what at the active client, as its people may be shown; `of` names one of them by a record of theirs. */
export function PeopleScreen({ db, active, today, of }: Props) {
  if (!active) return <NoClient>{t('people.noClient')}</NoClient>
  return <OfClient key={active.id} db={db} client={active.id} today={today} of={of} />
}

function OfClient({ db, client, today, of }: { db: Database; client: Uuid; today: Day; of: Uuid | undefined }) {
  const live = useLive(async () => peopleOf(await followedWhole(db, client, today), today), [client, today])
  return (
    <Watched of={live} rows={12}>
      {(people) => {
        const known = { db, client, today, people }
        if (people.mode === 'counts-only') return <Counted {...known} />
        return of === undefined ? <PeopleList {...known} /> : <PersonPage key={of} {...known} of={of} />
      }}
    </Watched>
  )
}
