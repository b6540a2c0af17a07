import { BellRing } from 'lucide'
import { useState } from 'preact/hooks'
import { grouped } from '../../shared/inventory/grouped.ts'
import type { Happens, Line } from '../../shared/inventory/renewal-lines.ts'
import type { Alert } from '../../shared/inventory/terms/alerts.ts'
import { defaultLadder } from '../../shared/inventory/terms/ladder.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { acknowledge, takeBack } from '../records/alerts.ts'
import { editField } from '../records/edit.ts'
import { DayWords, urgencyOf } from '../ui/day-words.tsx'
import { formatDay } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { part, t } from '../ui/language.ts'
import { PagedList } from '../ui/paged-list.tsx'
import { tell } from '../ui/tell.ts'
import { LadderDialog } from './ladder-dialog.tsx'
import { daysBeforeWords, toWords } from './words.ts'

type Props = { db: Database; client: Uuid; today: Day; lines: Line[]; ladder: number[] | undefined }

/** What somebody has to be told, thing by thing: closed by an acknowledgement, or when its day passes with a decision. */
export function AlertList({ db, client, today, lines, ladder }: Props) {
  const [changing, setChanging] = useState<Line | null>(null)
  const told = lines.filter(({ alerts }) => alerts.length > 0)
  const close = async (line: Line, alerts: Alert[]) =>
    tell(await acknowledge(db, client, alerts), t('renewals.acknowledged', alerts.length, line.name), () =>
      takeBack(db, client, alerts),
    )
  const reopen = async (line: Line, alert: Alert) =>
    tell(await takeBack(db, client, [alert]), t('renewals.owedAgain', line.name), () =>
      acknowledge(db, client, [alert]),
    )
  const change = async (line: Line, days: number[] | null) => {
    setChanging(null)
    const set = (value: number[] | null) => editField(db, client, line.id, 'alertDays', value)
    tell(await set(days), ladderSaved(line.name, days), () => set(line.alertDays ?? null))
  }
  if (told.length === 0)
    return (
      <div class="state">
        <h2>{t('renewals.noAlerts')}</h2>
        <p>{t('renewals.noAlertsText', (ladder ?? defaultLadder).join(', '))}</p>
      </div>
    )
  return (
    <>
      <p class="alerts-explain faint">{t('renewals.alertsExplain')}</p>
      <PagedList class="alerts" rows={told}>
        {(line) => (
          <AlertsOf
            key={line.id}
            of={line}
            today={today}
            onClose={(alerts) => void close(line, alerts)}
            onReopen={(alert) => void reopen(line, alert)}
            onLadder={line.type === 'subscription' ? () => setChanging(line) : undefined}
          />
        )}
      </PagedList>
      {changing && (
        <LadderDialog of={changing} onClose={() => setChanging(null)} onSave={(days) => void change(changing, days)} />
      )}
    </>
  )
}

const ladderSaved = (name: string, days: number[] | null): string =>
  days === null ? t('renewals.ladder.clients', name) : t('renewals.ladder.saved', name, days.join(', '))

/** What the day of an alert is, as in the list by day. */
const happens = { 'cancel-by': 'cancel-by', 'term-end': 'term-ends', expiry: 'expires' } satisfies Record<
  Alert['about'],
  Happens
>
const aboutWords = (about: Alert['about'], isPast: boolean): string =>
  isPast ? t(`renewals.wasDue.${part(happens[about])}`) : t(`renewals.happens.${part(happens[about])}`)

type AlertsProps = {
  of: Line
  today: Day
  onClose: (alerts: Alert[]) => void
  onReopen: (alert: Alert) => void
  onLadder: (() => void) | undefined
}

function AlertsOf({ of, today, onClose, onReopen, onLadder }: AlertsProps) {
  const owed = of.alerts.filter(({ acknowledged }) => acknowledged === undefined)
  const byDate = [...grouped(of.alerts, ({ date }) => date)]
  const [first] = of.alerts
  return (
    <li class="alerts-of">
      <div class="alerts-head">
        <div class="renewal-what">
          <h2 class="cut">{of.name}</h2>
          <span class="faint cut">{first && toWords(first.to)}</span>
        </div>
        <div class="renewal-acts">
          {onLadder && (
            <button
              type="button"
              class="button quiet"
              onClick={onLadder}
              aria-label={`${t('renewals.ladder.label')}: ${of.name}`}
            >
              {t('renewals.ladder.label')}
            </button>
          )}
          {owed.length > 1 && (
            <button
              type="button"
              class="button"
              onClick={() => onClose(owed)}
              aria-label={`${t('renewals.acknowledgeAll')}: ${of.name}`}
            >
              {t('renewals.acknowledgeAll')}
            </button>
          )}
        </div>
      </div>
      {byDate.map(([date, alerts]) => (
        <section key={date} class="alerts-date" aria-label={`${of.name}, ${formatDay(date)}`}>
          <h3>
            {aboutWords(alerts[0]?.about ?? 'term-end', date < today)}{' '}
            <DayWords day={date} today={today} tone={urgencyOf(date, today)} />
          </h3>
          <ul>
            {alerts.map((alert) => (
              <Rung
                key={alert.id}
                of={alert}
                name={of.name}
                onClose={() => onClose([alert])}
                onReopen={() => onReopen(alert)}
              />
            ))}
          </ul>
        </section>
      ))}
    </li>
  )
}

type RungProps = { of: Alert; name: string; onClose: () => void; onReopen: () => void }

function Rung({ of: { threshold, due, acknowledged }, name, onClose, onReopen }: RungProps) {
  const rung = daysBeforeWords(threshold)
  const [label, act] = acknowledged ? [t('common.takeBack'), onReopen] : [t('renewals.acknowledge'), onClose]
  return (
    <li class={`rung ${acknowledged ? 'faint' : ''}`}>
      <Icon of={BellRing} />
      <span>{rung}</span>
      <span class="faint">{acknowledged ? acknowledgedWords(acknowledged.at) : t('renewals.due', formatDay(due))}</span>
      <button type="button" class="button link" onClick={act} aria-label={`${label}: ${name}, ${rung}`}>
        {label}
      </button>
    </li>
  )
}

const acknowledgedWords = (at: string | undefined): string =>
  at === undefined ? t('renewals.isAcknowledged') : t('renewals.acknowledgedOn', formatDay(at.slice(0, 10)))
