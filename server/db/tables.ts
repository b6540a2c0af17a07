import type { Generated } from 'kysely'
import type { AccountTables } from './account-tables.ts'
import type { AlertScopeTables, AlertTables } from './alert-tables.ts'

/** People and how they get in. These belong to no workspace: a person may be a member of several. */
export type PeopleTables = AccountTables &
  AlertTables & {
    people: {
      id: string
      name: string
      email: string
      emailVerified: number
      image: string | null
      createdAt: string
      updatedAt: string
      twoFactorEnabled: Generated<number>
    }
    sessions: {
      id: string
      token: string
      userId: string
      expiresAt: string
      createdAt: string
      updatedAt: string
      userAgent: Generated<string | null>
    }
    /** A row each for what is under way between two requests: its value is the person. */
    verifications: { id: string; identifier: string; value: string; expiresAt: string }
    credentials: {
      id: string
      accountId: string
      providerId: string
      userId: string
      password: string | null
      createdAt: string
      updatedAt: string
    }
    workspaces: { id: string; name: string; created_at: string }
    members: {
      workspace: string
      id: string
      person: string
      role: Role
      state: MemberState
      created_at: string
      /** Whether all clients of the workspace, where the role does not say so anyway. */
      clients: Generated<'all' | 'granted'>
      /** The number in the workspace's own scope from which a device must have begun, to hold what it may see and no more. */
      access_from: Generated<number>
    }
    grants: { workspace: string; member: string; client: string; granted_at: string; revoked_at: string | null }
    devices: {
      workspace: string
      id: string
      member: string
      name: string
      token_hash: string
      created_at: string
      seen_at: string
      revoked_at: string | null
    }
    connect_codes: {
      workspace: string
      hash: string
      member: string
      device_name: string
      challenge: string
      redirect_uri: string
      expires_at: string
      used_at: string | null
    }
    device_codes: {
      hash: string
      user_code: string
      device_name: string
      place: string
      /** The person who typed the code: only that person may decide (T26 ③). */
      claimed_by: string | null
      workspace: string | null
      member: string | null
      state: 'waiting' | 'approved' | 'denied' | 'redeemed'
      expires_at: string
      polled_at: string | null
      interval_s: number
    }
    attempts: { key: string; started_at: string; count: number }
    /** A program's access to clients of the workspace; `clients` says whether to all, or to those that are listed. */
    api_keys: {
      workspace: string
      id: string
      /** Who made it: it opens for as long as that member may make keys. */
      member: string
      name: string
      role: KeyRole
      clients: 'all' | 'some'
      token_hash: string
      created_at: string
      expires_at: string
      used_at: string | null
      revoked_at: string | null
    }
    api_key_clients: { workspace: string; api_key: string; client: string }
    settings: { key: string; value: string }
    /** How a firm's issuer knows a person (sso/identities.ts). */
    identities: { issuer: string; subject: string; person: string; email: string | null; linked_at: string }
    sso_used: { hash: string; expires_at: string }
    /** Those that are open or ran out: one that was accepted or withdrawn is gone. */
    invitations: {
      workspace: string
      id: string
      token_hash: string
      /** In small letters. */
      email: string
      role: Role
      clients: 'all' | 'granted'
      invited_by: string
      created_at: string
      expires_at: string
      /** When a mail server took the link for the address: who has it then reads what is sent there. */
      mailed_at: string | null
    }
    invitation_clients: { workspace: string; invitation: string; client: string }
  }

export type Role = 'owner' | 'admin' | 'lead' | 'consultant' | 'reader'
export type KeyRole = Extract<Role, 'reader' | 'consultant'>
export type MemberState = 'active' | 'removed'

/**
 * What belongs to one scope; reachable through a `Scope` only (workspaces/scope.ts). `scope` is the server's own number
 * of it, so that two workspaces that choose the same client id never meet, and a row stays small.
 */
export type ScopeTables = AlertScopeTables & {
  scopes: {
    scope: number
    workspace: string
    id: string
    kind: 'workspace' | 'client'
    /** R10: the random id of this history. */
    epoch: string
    /** R3: the last number given. */
    seq: number
    /** R8, R9: the number of the last purge, and the newest deletion that it took away. */
    min_retained: number
    purged_to: number
    /** R7: how many log rows there are, and the hash of the last one. */
    logged: number
    chain: string
    /** When everything of it was purged; null while it lives. */
    gone_at: string | null
  }
  /** R2: the last number of each device in this scope. */
  numbers: { scope: number; device: string; paired: string; last: number }
  /** R1 and R7 at once: the stored result of each op, hash-chained. Kept for ever; the payload may go. */
  log: LogRow
  /** What a program was answered, by the key that it gave its request. */
  api_answers: {
    scope: number
    actor: string
    key: string
    request_hash: string
    status: number
    body: string
    at: string
  }
  /** What `changes` streams: latest states with their finished JSON text. */
  rows: {
    scope: number
    kind: 'observation' | 'record' | 'conflict'
    id: string
    rev: number
    rec: string
    type: string
    open: number
    body: string
    /** Null concerns everybody; else only who may see one of these clients (each between spaces). */
    clients: string | null
  }
  /** The belief about one thing, folded at push time. */
  records: {
    scope: number
    id: string
    type: string
    rev: number
    deleted: number
    deleted_by: string | null
    deleted_at: string | null
    body: string
  }
}

export type LogRow = {
  scope: number
  nr: number
  at: string
  member: string | null
  /** The paired device, and the number under which it wrote. */
  paired: string | null
  device: string | null
  n: number | null
  op: string | null
  kind: string
  rec: string | null
  field: string | null
  payload: string | null
  payload_hash: string
  st: string
  rev: number
  code: string | null
  hash: string
}

/** A migration knows the tables as they were then, so it is not typed by today's. */
export type AnyTables = Record<string, Record<string, unknown>>
