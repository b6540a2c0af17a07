import { sql, type Transaction } from 'kysely'
import type { AnyTables } from '../tables.ts'

const running = [
  // One row a name: who may run it, and until when, should the holder never say that it has ended.
  'create table leases (name text primary key, holder text not null, until text not null)',
  // The last day that a daily run was done for, and when a run that could not tell everybody is tried again.
  `create table daily_runs (
    name text primary key, done_for text not null, tried_for text not null, tries integer not null, next_try_at text)`,
]

const mail = [
  // A mail server said for good that it does not know this address. The address is hashed: another one is tried anew.
  `create table mail_refusals (
    workspace text not null, member text not null, address_hash text not null, at text not null, reply integer,
    primary key (workspace, member), foreign key (workspace, member) references members (workspace, id))`,
]

const alerts = [
  // Who was told of which alert, by what. A webhook's row is made with its delivery, and has no time until that arrived.
  `create table alerts_sent (
    scope bigint not null references scopes (scope), alert text not null, channel text not null, recipient text not null,
    delivery text, at text,
    primary key (scope, alert, channel, recipient))`,
  'create index alerts_sent_by_delivery on alerts_sent (scope, delivery)',
]

const webhooks = [
  `create table webhooks (
    workspace text not null references workspaces (id), id text not null, url text not null, secret text not null,
    former_secret text, former_until text, titles text not null, state text not null, why text,
    created_by text not null, created_at text not null,
    primary key (workspace, id), foreign key (workspace, created_by) references members (workspace, id))`,
  `create table webhook_deliveries (
    scope bigint not null references scopes (scope), id text not null, workspace text not null, webhook text not null,
    kind text not null, body text not null, created_at text not null, status text not null, tries integer not null,
    next_try_at text, claimed_until text, answered_at text, response integer, code text, ms integer,
    primary key (scope, id),
    foreign key (workspace, webhook) references webhooks (workspace, id) on delete cascade)`,
  'create index webhook_deliveries_of on webhook_deliveries (workspace, webhook, created_at)',
  "create index webhook_deliveries_waiting on webhook_deliveries (next_try_at) where status = 'waiting'",
]

const calendars = [
  `create table calendars (
    workspace text not null, id text not null, member text not null, name text not null, secret_hash text not null unique,
    client text, titles text not null, reminder_days integer, created_at text not null, revoked_at text,
    primary key (workspace, id), foreign key (workspace, member) references members (workspace, id))`,
  // What a calendar program was last told of an event: it must notice that one moved, and by how many moves.
  `create table calendar_events (
    scope bigint not null references scopes (scope), record text not null, about text not null, day text not null,
    content text not null, sequence integer not null, created_at text not null, changed_at text not null,
    primary key (scope, record, about))`,
]

/** What is told to somebody, by what, and to whom. */
export async function alertTables(tx: Transaction<AnyTables>): Promise<void> {
  for (const statement of [...running, ...mail, ...alerts, ...webhooks, ...calendars])
    await sql.raw(statement).execute(tx)
}
