import { sql, type Transaction } from 'kysely'
import type { AnyTables } from '../tables.ts'

const statements = [
  `create table api_keys (
    workspace text not null references workspaces (id), id text not null, member text not null, name text not null,
    role text not null, clients text not null, token_hash text not null unique, created_at text not null,
    expires_at text not null, used_at text, revoked_at text,
    primary key (workspace, id), foreign key (workspace, member) references members (workspace, id))`,
  `create table api_key_clients (
    workspace text not null, api_key text not null, client text not null,
    primary key (workspace, api_key, client), foreign key (workspace, api_key) references api_keys (workspace, id))`,
  // A program that did not hear the answer asks again under the same key and gets it.
  `create table api_answers (
    scope bigint not null references scopes (scope), actor text not null, key text not null, request_hash text not null,
    status integer not null, body text not null, at text not null,
    primary key (scope, actor, key))`,
  'create index api_answers_by_age on api_answers (scope, at)',
  // What people said of one record. Captures are by far the most rows of a log, and are not in it.
  `create index log_of_record on log (scope, rec, nr) where kind <> 'add'`,
]

export async function apiKeys(tx: Transaction<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx)
}
