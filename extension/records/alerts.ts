import { type Alert, type AlertName, acknowledgementId, alertsDue } from '../../shared/inventory/terms/alerts.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { deleteRecord, stateRecords } from './edit.ts'
import type { Whole } from './whole.ts'

const told: readonly RecordType[] = ['subscription', 'domain', 'certificate', 'decision', 'acknowledgement']

/** Every alert of a client that is due, acknowledged or not; who was sent what is known to the server alone. */
export function dueAlerts({ of: { records, seen }, client }: Pick<Whole, 'of' | 'client'>, today: Day): Alert[] {
  // In the order of their ids, whichever came first to this screen.
  const about = [...records.values()].filter(({ type }) => told.includes(type)).sort((a, b) => (a.id < b.id ? -1 : 1))
  return alertsDue(about, { today, client, delivered: new Set(), observationsOf: (id) => seen.get(id) ?? [] })
}

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
