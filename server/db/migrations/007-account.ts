import { sql, type Transaction } from 'kysely'
import type { AnyTables } from '../tables.ts'

const statements = [
  'alter table people add column "twoFactorEnabled" integer not null default 0',
  // better-auth's, but for `used_step`: the last time step whose code was taken, so that none is taken twice.
  `create table second_factors (
    id text primary key, secret text not null, "backupCodes" text not null,
    "userId" text not null unique references people (id) on delete cascade, verified integer not null default 1,
    "failedVerificationCount" integer default 0, "lockedUntil" text, used_step bigint)`,
  `create table passkeys (
    person text not null references people (id) on delete cascade, id text not null, name text not null,
    credential text not null unique, public_key text not null, counter bigint not null, transports text not null,
    created_at text not null, used_at text,
    primary key (person, id))`,
  // What an authenticator is asked to sign, once: by whom it is added, or null where nobody knows yet who signs in.
  `create table passkey_challenges (
    hash text primary key, person text references people (id) on delete cascade, expires_at text not null)`,
]

export async function account(tx: Transaction<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx)
}
