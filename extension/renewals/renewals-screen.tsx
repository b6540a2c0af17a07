import { useMemo, useState } from 'preact/hooks'
import { type Known, linesOf } from '../../shared/inventory/renewal-lines.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { DownloadMenu } from '../export/download-menu.tsx'
import { dueAlerts } from '../records/alerts.ts'
import { convertFor } from '../records/convert.ts'
import { followedWhole } from '../records/followed-whole.ts'
import type { Whole } from '../records/whole.ts'
import { formatCount } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { NoClient } from '../ui/no-client.tsx'
import { Watched } from '../ui/state.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useLive } from '../ui/use-live.ts'
import { AlertList } from './alert-list.tsx'
import { renewalFile } from './renewal-file.ts'
import { RenewalList } from './renewal-list.tsx'
import { atStake, Stake } from './stake.tsx'
import { YearCalendar } from './year-calendar.tsx'

type Props = { db: Database; active: { id: Uuid; name: string } | null; today: Day; of: Uuid | undefined }

/** What has to be decided by which day, who is told of it, and what is at stake. */
export function RenewalsScreen({ db, active, today, of }: Props) {
  if (!active) return <NoClient>{t('renewals.noClient')}</NoClient>
  return <OfClient key={active.id} db={db} client={active.id} today={today} of={of} />
}

type OfClientProps = { db: Database; client: Uuid; today: Day; of: Uuid | undefined }

function OfClient({ db, client, today, of }: OfClientProps) {
  const live = useLive(async () => {
    const whole = await followedWhole(db, client, today)
    return { ...whole, alerts: dueAlerts(whole, today) }
  }, [client, today])
  return (
    <Watched of={live} rows={10}>
      {(known) => <Renewals db={db} client={client} today={today} of={of} known={known} />}
    </Watched>
  )
}

type View = 'day' | 'calendar' | 'alerts'

function Renewals({ db, client, today, of, known }: OfClientProps & { known: Whole & Known }) {
  const [view, setView] = useState<View>('day')
  const { lines, dayless } = useMemo(() => linesOf(known, today), [known])
  const wish = { currency: known.client.currency ?? null, rates: known.rates, today }
  const owed = known.alerts.filter(({ acknowledged }) => acknowledged === undefined).length
  const tabs = [
    { id: 'day', name: t('renewals.byDay') },
    { id: 'calendar', name: t('renewals.calendar') },
    { id: 'alerts', name: owed === 0 ? t('renewals.alerts') : `${t('renewals.alerts')} ${formatCount(owed)}` },
  ] as const
  const people = [...new Set([known.client.lead, ...lines.map(({ owner }) => owner)].flatMap((name) => name ?? []))]
  return (
    <>
      <header class="area-head">
        <h1>{t('areas.renewals')}</h1>
        <Stake of={atStake(lines, wish)} />
        <span class="grow" />
        {lines.length > 0 && (
          <DownloadMenu
            client={known.client.name}
            today={today}
            list={() => renewalFile(lines, convertFor(known, today))}
          />
        )}
      </header>
      <Tabs label={t('renewals.views')} tabs={tabs} selected={view} onSelect={setView}>
        {view === 'day' && (
          <RenewalList
            {...{ db, client, today, of, lines, dayless, people, wish }}
            convert={convertFor(known, today)}
            onAlerts={() => setView('alerts')}
          />
        )}
        {view === 'calendar' && <YearCalendar lines={lines} known={known} today={today} />}
        {view === 'alerts' && <AlertList {...{ db, client, today, lines }} ladder={known.client.alertDays} />}
      </Tabs>
    </>
  )
}
