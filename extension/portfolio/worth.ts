import type { Finding } from '../../shared/inventory/findings/finding.ts'
import { savingTotal } from '../../shared/inventory/findings/ranked.ts'
import { type Summed, summed } from '../../shared/inventory/money/total.ts'
import { later } from '../../shared/inventory/seen.ts'
import type { Day, Instant } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Money } from '../../shared/model/money.ts'
import type { Database } from '../db/database.ts'
import { dueAlerts } from '../records/alerts.ts'
import { convertFor } from '../records/convert.ts'
import { type Whole, wholeOf } from '../records/whole.ts'
import { weighed, weightOf } from './compared.ts'

/** One of the findings that save most. Who it is about is named as the client's people are. */
export type Worthy = { finding: Finding; yearly: Money; original?: Money; upTo: boolean; weight: number }

/** What one client's whole inventory has to be made for. */
export type ClientWorth = {
  findings: { count: number; saving: Summed & { weight?: number }; first: Worthy[] }
  /** Owed to somebody, and the earliest day that one of them is about. */
  alerts: { count: number; on?: Day }
  /** When a page of this client was last looked at; absent where none ever was. */
  seenAt?: Instant
}

/** More of one client would hide the others. */
const few = 3

export async function worthOf(db: Database, client: Uuid, today: Day): Promise<ClientWorth> {
  const whole = await wholeOf(db, client, today)
  const alerts = dueAlerts(whole, today)
  const owed = alerts.filter(({ acknowledged }) => acknowledged === undefined)
  const [first] = owed.map(({ date }) => date).sort()
  const seenAt = seenIn(whole)
  return {
    findings: findingsIn(whole, today),
    alerts: { count: owed.length, ...(first === undefined ? {} : { on: first }) },
    ...(seenAt === undefined ? {} : { seenAt }),
  }
}

function findingsIn(whole: Whole, today: Day): ClientWorth['findings'] {
  const { inventory, client, rates } = whole
  // What is free is told so that nobody wonders, not to be acted on.
  const open = inventory.findings().filter(({ status, kind }) => status === 'open' && kind !== 'free')
  const convert = convertFor(whole, today)
  const worthy = open.flatMap(({ status: _, records: [record], ...finding }): Worthy[] => {
    if (!finding.saving) return []
    const { yearly, upTo } = finding.saving
    const converted = convert(yearly)
    return [
      {
        // A seat that is not used is one of many: the records behind it are read on its own page.
        finding: { ...finding, records: record === undefined ? [] : [record] },
        yearly: converted ?? yearly,
        ...(converted ? { original: yearly } : {}),
        upTo,
        weight: weightOf(yearly, rates, today),
      },
    ]
  })
  const saving = summed(savingTotal(open, { currency: client.currency, rates, today }), 0)
  return {
    count: open.length,
    saving: { ...saving, ...weighed(saving, rates, today) },
    first: worthy.sort((a, b) => b.weight - a.weight || (a.finding.key < b.finding.key ? -1 : 1)).slice(0, few),
  }
}

function seenIn({ inventory: { beliefs }, lookedAt }: Whole): Instant | undefined {
  let last: Instant | undefined
  const take = (at: Instant | undefined) => {
    if (at) last = last === undefined ? at : later(last, at)
  }
  for (const all of Object.values(beliefs)) for (const { seenAt } of all) take(seenAt)
  for (const at of lookedAt.values()) take(at)
  return last
}
