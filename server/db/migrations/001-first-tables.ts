import { sql, type Transaction } from 'kysely'
import type { AnyTables } from '../tables.ts'

/** Plain SQL that SQLite and PostgreSQL read alike. Instants are ISO 8601 text, booleans and counts are integers. */
const people = [
  `create table people (
    id text primary key, name text not null, email text not null unique, "emailVerified" integer not null default 0,
    image text, "createdAt" text not null, "updatedAt" text not null)`,
  `create table sessions (
    id text primary key, "expiresAt" text not null, token text not null unique, "createdAt" text not null,
    "updatedAt" text not null, "ipAddress" text, "userAgent" text,
    "userId" text not null references people (id) on delete cascade)`,
  `create index sessions_of_person on sessions ("userId")`,
  `create table credentials (
    id text primary key, "accountId" text not null, "providerId" text not null,
    "userId" text not null references people (id) on delete cascade, "accessToken" text, "refreshToken" text,
    "idToken" text, "accessTokenExpiresAt" text, "refreshTokenExpiresAt" text, scope text, password text,
    "createdAt" text not null, "updatedAt" text not null)`,
  `create index credentials_of_person on credentials ("userId")`,
  `create table verifications (
    id text primary key, identifier text not null, value text not null, "expiresAt" text not null,
    "createdAt" text not null, "updatedAt" text not null)`,
  'create index verifications_by_identifier on verifications (identifier)',
  // Tries at passwords and codes: counted in the database, so that several nodes count together (T40).
  'create table attempts (key text primary key, started_at text not null, count integer not null)',
  'create table settings (key text primary key, value text not null)',
]

const workspaces = [
  'create table workspaces (id text primary key, name text not null, created_at text not null)',
  `create table members (
    workspace text not null references workspaces (id), id text not null, person text not null references people (id),
    role text not null, state text not null, created_at text not null,
    primary key (workspace, id), unique (workspace, person))`,
  'create index members_of_person on members (person)',
  `create table devices (
    workspace text not null, id text not null, member text not null, name text not null, token_hash text not null unique,
    created_at text not null, seen_at text not null, revoked_at text,
    primary key (workspace, id), foreign key (workspace, member) references members (workspace, id))`,
  `create table connect_codes (
    workspace text not null, hash text not null unique, member text not null, device_name text not null,
    challenge text not null, redirect_uri text not null, expires_at text not null, used_at text,
    primary key (workspace, hash), foreign key (workspace, member) references members (workspace, id))`,
  // Nobody knows the workspace before a person has typed the code, so this one is keyed by the code's hash.
  `create table device_codes (
    hash text primary key, user_code text not null unique, device_name text not null, place text not null,
    claimed_by text references people (id), workspace text, member text, state text not null,
    expires_at text not null, polled_at text, interval_s integer not null,
    foreign key (workspace, member) references members (workspace, id))`,
]

const scopes = [
  `create table scopes (
    scope bigint primary key, workspace text not null references workspaces (id), id text not null, kind text not null,
    epoch text not null, seq bigint not null, min_retained bigint not null, purged_to bigint not null,
    logged bigint not null, chain text not null, unique (workspace, id))`,
  `create table numbers (
    scope bigint not null references scopes (scope), device text not null, paired text not null, last bigint not null,
    primary key (scope, device))`,
  `create table log (
    scope bigint not null references scopes (scope), nr bigint not null, at text not null, member text, paired text,
    device text, n bigint, op text, kind text not null, rec text, field text, payload text, payload_hash text not null,
    st text not null, rev bigint not null, code text, hash text not null,
    primary key (scope, nr), unique (scope, op))`,
  `create table rows (
    scope bigint not null references scopes (scope), kind text not null, id text not null, rev bigint not null,
    rec text not null, type text not null, open integer not null, body text not null,
    primary key (scope, kind, id), unique (scope, rev))`,
  'create index rows_open_conflicts on rows (scope, rec) where open = 1',
  `create table records (
    scope bigint not null references scopes (scope), id text not null, type text not null, rev bigint not null,
    deleted bigint not null, deleted_by text, deleted_at text, body text not null,
    primary key (scope, id))`,
  'create index records_by_type on records (scope, type)',
  'create index records_deleted on records (scope, deleted) where deleted > 0',
]

export async function firstTables(tx: Transaction<AnyTables>): Promise<void> {
  for (const statement of [...people, ...workspaces, ...scopes]) await sql.raw(statement).execute(tx)
}
