import { fieldOf } from '../../shared/inventory/fold.ts'
import { grouped } from '../../shared/inventory/grouped.ts'
import { type Alert, type AlertName, acknowledgementId, alertsDue } from '../../shared/inventory/terms/alerts.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { StoredRecord } from '../db/schema.ts'
import { deleteRecord, stateRecords } from './edit.ts'
import { isHistoric, type Whole } from './whole.ts'

/** Alerts of one thing, and all that they were told from. */
type Told = { by: StoredRecord[]; client: Whole['client']; today: Day; alerts: Alert[] }
/** Ten thousand things have their alerts, of which an edit changes those of one. */
const told = new WeakMap<StoredRecord, Told>()

/** Every alert of a client that is due, acknowledged or not; who was sent what is known to the server alone. */
export function dueAlerts({ of: { records, seen }, client }: Pick<Whole, 'of' | 'client'>, today: Day): Alert[] {
  // In the order of their ids, whichever came first to this screen.
  const subjects = [...records.values()].filter(isHistoric).sort((a, b) => (a.id < b.id ? -1 : 1))
  const beside = grouped([...records.values()].filter(isBeside), aboutOf)
  const observationsOf = (id: Uuid) => seen.get(id) ?? []
  return subjects.flatMap((record) => {
    const by = beside.get(record.id) ?? []
    const known = told.get(record)
    if (known?.client === client && known.today === today && isSame(known.by, by)) return known.alerts
    const alerts = alertsDue([record, ...by], { today, client, delivered: new Set(), observationsOf })
    told.set(record, { by, client, today, alerts })
    return alerts
  })
}

const isBeside = ({ type }: StoredRecord): boolean => type === 'decision' || type === 'acknowledgement'
const aboutOf = (record: StoredRecord): string =>
  String(fieldOf(record, record.type === 'decision' ? 'subscription' : 'subject')?.value)

const isSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((each, place) => each === other[place])

/** One record an alert, the same on every device: two people who acknowledge it at once meet in it. */
export async function acknowledge(db: Database, client: Uuid, alerts: AlertName[]): Promise<Outcome<null>> {
  const statements = await Promise.all(
    alerts.map(async ({ subject, date, version, threshold }) => ({
      id: await acknowledgementId(client, { subject, date, version, threshold }),
      type: 'acknowledgement' as const,
      fields: { subject, date, version, threshold },
    })),
  )
  return stateRecords(db, client, statements)
}

/** What was acknowledged is owed again. */
export async function takeBack(db: Database, client: Uuid, alerts: AlertName[]): Promise<Outcome<null>> {
  for (const alert of alerts) {
    const outcome = await deleteRecord(db, client, await acknowledgementId(client, alert))
    if (!outcome.ok) return outcome
  }
  return ok(null)
}
