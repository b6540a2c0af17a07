import { sql, type Transaction } from 'kysely'
import type { AnyTables } from '../tables.ts'

const statements = [
  // People belong to no workspace. The address is shown to whoever linked it, and decides nothing.
  `create table identities (
    issuer text not null, subject text not null, person text not null references people (id) on delete cascade,
    email text, linked_at text not null,
    primary key (issuer, subject), unique (person, issuer))`,
  // Answers of an issuer that were used up, for as long as they could come again.
  'create table sso_used (hash text primary key, expires_at text not null)',
  'create index sso_used_by_age on sso_used (expires_at)',
]

export async function identities(tx: Transaction<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx)
}
