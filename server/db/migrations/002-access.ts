import { sql, type Transaction } from 'kysely'
import type { AnyTables } from '../tables.ts'

const statements = [
  // 'all' or 'granted'; and the number in the workspace's own scope at which what the member may see last changed.
  `alter table members add column clients text not null default 'all'`,
  'alter table members add column access_from bigint not null default 0',
  `create table grants (
    workspace text not null, member text not null, client text not null, granted_at text not null, revoked_at text,
    primary key (workspace, member, client), foreign key (workspace, member) references members (workspace, id))`,
  // In the workspace's own scope: the clients that a row concerns, each between spaces; null concerns everybody.
  'alter table rows add column clients text',
]

export async function access(tx: Transaction<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx)
}
