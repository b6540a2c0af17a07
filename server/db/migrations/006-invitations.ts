import { sql, type Transaction } from 'kysely'
import type { AnyTables } from '../tables.ts'

const statements = [
  // One an address: another one to the same takes its place. The token is in the link alone.
  `create table invitations (
    workspace text not null references workspaces (id), id text not null, token_hash text not null unique,
    email text not null, role text not null, clients text not null, invited_by text not null, created_at text not null,
    expires_at text not null, mailed_at text,
    primary key (workspace, id), unique (workspace, email),
    foreign key (workspace, invited_by) references members (workspace, id))`,
  // Which clients, where not all.
  `create table invitation_clients (
    workspace text not null, invitation text not null, client text not null,
    primary key (workspace, invitation, client),
    foreign key (workspace, invitation) references invitations (workspace, id) on delete cascade)`,
]

export async function invitations(tx: Transaction<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx)
}
