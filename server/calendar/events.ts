import { hash } from 'node:crypto'
import { beliefOf } from '../../shared/inventory/belief.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import { cancelByOf } from '../../shared/inventory/terms/cancel-by.ts'
import { chainOf } from '../../shared/inventory/terms/chain.ts'
import { decisionsBySubscription, factsOf } from '../../shared/inventory/terms/facts.ts'
import { isOver } from '../../shared/inventory/terms/mode.ts'
import { addDays, dayNumber, dayOf } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type ClientContext, contextOf } from '../inventory/context.ts'
import { titleOf } from '../inventory/title.ts'
import type { Scope } from '../workspaces/scope.ts'

/** One day of one record that stands in a calendar; there is one of each kind, and it moves when its day does. */
export type DatedEvent = {
  record: Uuid
  about: 'cancel-by' | 'term-end' | 'expiry'
  day: Day
  title: string
  client: string
}

/** A day that has passed stays in sight for a month, then the next term's takes its place. */
const keptDays = 31

/** The days of a client that its people must not miss: of each subscription the next ones, and each expiry. */
export async function eventsOf(scope: Scope, today: Day): Promise<DatedEvent[]> {
  const context = await contextOf(scope)
  const client = context.client.name ?? 'A client without a name'
  const daysOf = daysIn(context, today)
  return context.records.flatMap((record) =>
    daysOf(record)
      .filter(({ day }) => day >= addDays(today, -keptDays))
      .map((dated) => ({ ...dated, record: record.id, title: titleOf(record, context.names), client })),
  )
}

type Dated = Pick<DatedEvent, 'about' | 'day'>

function daysIn({ beliefs, client }: ClientContext, today: Day): (record: InventoryRecord) => Dated[] {
  const decisionsOf = decisionsBySubscription(beliefs.decision)
  const holidays = new Set(client.holidays ?? [])
  const ofTerm = (record: InventoryRecord): Dated[] => {
    const { values, from } = beliefOf({ ...record, type: 'subscription' })
    if (isOver(values.status)) return []
    const facts = factsOf(values, from, { decisions: decisionsOf.get(record.id), holidays })
    const { current } = chainOf(facts, { today })
    if (!current) return []
    const by = cancelByOf(facts, current, dayNumber(today))
    const end: Dated = { about: 'term-end', day: dayOf(current.end) }
    return by.is === 'known' ? [{ about: 'cancel-by', day: by.on }, end] : [end]
  }
  const expiry = (day: Day | undefined): Dated[] => (day === undefined ? [] : [{ about: 'expiry', day }])
  return (record) => {
    if (record.type === 'subscription') return ofTerm(record)
    if (record.type === 'domain') return expiry(beliefOf({ ...record, type: 'domain' }).values.expiresOn)
    if (record.type === 'certificate') return expiry(beliefOf({ ...record, type: 'certificate' }).values.endsOn)
    return []
  }
}

/** RFC 5545 §3.8.7.3 and §3.8.7.4: when an event was last revised, and how many times its day was. */
export type Revised = DatedEvent & { sequence: number; createdAt: string; changedAt: string }

const keyOf = ({ record, about }: { record: string; about: string }) => `${record} ${about}`
const contentOf = ({ day, title, client }: DatedEvent) =>
  hash('sha256', JSON.stringify([day, title, client]), 'base64url')

const storedIn = (scope: Scope) =>
  scope.tx.selectFrom('calendar_events').selectAll().where('scope', '=', scope.key).execute()

/** The events with what is remembered of each; undefined where something is to be remembered first. */
export async function revised(scope: Scope, events: DatedEvent[]): Promise<Revised[] | undefined> {
  const stored = new Map((await storedIn(scope)).map((row) => [keyOf(row), row]))
  const found: Revised[] = []
  for (const event of events) {
    const row = stored.get(keyOf(event))
    if (!row || row.content !== contentOf(event)) return undefined
    found.push({ ...event, sequence: row.sequence, createdAt: row.created_at, changedAt: row.changed_at })
  }
  return found
}

/** Remembers what is new: two readers at once, who see the same, count one move. */
export async function remember(scope: Scope, events: DatedEvent[], now: Date): Promise<void> {
  const stored = new Map((await storedIn(scope)).map((row) => [keyOf(row), row]))
  const at = now.toISOString()
  for (const event of events) {
    const { record, about, day } = event
    const [row, content] = [stored.get(keyOf(event)), contentOf(event)]
    if (row?.content === content) continue
    const sequence = row ? row.sequence + (row.day === day ? 0 : 1) : 0
    const next = { day, content, sequence, changed_at: at }
    await scope.tx
      .insertInto('calendar_events')
      .values({ scope: scope.key, record, about, created_at: at, ...next })
      .onConflict((conflict) => conflict.columns(['scope', 'record', 'about']).doUpdateSet(next))
      .execute()
  }
}
