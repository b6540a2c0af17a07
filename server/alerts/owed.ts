import { type Alert, alertsOwed } from '../../shared/inventory/terms/alerts.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type ClientContext, contextOf } from '../inventory/context.ts'
import { observationsOfType } from '../inventory/store.ts'
import { titleOf } from '../inventory/title.ts'
import type { Scope } from '../workspaces/scope.ts'

/** One date of which somebody has to be told: where several steps of its ladder are due, the last one speaks for all. */
export type OwedDate = Pick<Alert, 'about' | 'date' | 'version' | 'threshold' | 'due'> & {
  record: Uuid
  /** Every alert that telling of it settles. */
  ids: string[]
  title: string
  /** The day on which a console last showed it; absent where only people wrote it. */
  seenOn?: Day
  /** Who answers for it, in the words of the record: never shown, only compared with members' addresses. */
  owner?: string
}

export type OwedByClient = { client: Uuid; name: string; lead?: string; dates: OwedDate[] }

/** What a client's people are to be told of on a day, by date, whether they were told already or not. */
export async function owedOf(scope: Scope, today: Day): Promise<OwedByClient> {
  const context = await contextOf(scope)
  const { client, records } = context
  const observations = await observationsOfType(scope, 'subscription', 'domain', 'certificate')
  const observationsOf = (id: Uuid) => observations.get(id) ?? []
  const owed = alertsOwed(records, { today, client, delivered: new Set(), observationsOf })
  const lead = client.lead === undefined ? {} : { lead: client.lead }
  return { client: scope.row.id, name: client.name ?? 'A client without a name', ...lead, dates: byDate(owed, context) }
}

function byDate(owed: Alert[], { records, names, beliefs }: ClientContext): OwedDate[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const owners = new Map(beliefs.subscription.map(({ id, values }) => [id, values.owner]))
  const dates = new Map<string, OwedDate>()
  for (const { id, subject, about, date, version, threshold, due } of owed) {
    const record = byId.get(subject)
    if (!record) continue
    const key = `${subject} ${about} ${date} ${version}`
    const ids = [...(dates.get(key)?.ids ?? []), id]
    const nearest = dates.get(key)
    if (nearest && nearest.threshold <= threshold) {
      dates.set(key, { ...nearest, ids })
      continue
    }
    const owner = owners.get(subject)
    dates.set(key, {
      record: subject,
      about,
      date,
      version,
      threshold,
      due,
      ids,
      title: titleOf(record, names),
      ...(record.seenAt === '' ? {} : { seenOn: record.seenAt.slice(0, 10) }),
      ...(owner === undefined ? {} : { owner }),
    })
  }
  return [...dates.values()].sort((a, b) =>
    a.date === b.date ? (a.title < b.title ? -1 : 1) : a.date < b.date ? -1 : 1,
  )
}
