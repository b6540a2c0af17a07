/** How much of a client is said in what leaves the server: what it is about by name, or only that it is about something. */
export type Titles = 'full' | 'redacted'

/** Of the server, of a workspace or of a member; nothing in these is a client's. */
export type AlertTables = {
  leases: { name: string; holder: string; until: string }
  daily_runs: { name: string; done_for: string; tried_for: string; tries: number; next_try_at: string | null }
  mail_refusals: { workspace: string; member: string; address_hash: string; at: string; reply: number | null }
  webhooks: WebhookRow
  calendars: CalendarRow
}

export type WebhookRow = {
  workspace: string
  id: string
  url: string
  /** Sealed (webhooks/sealed.ts): whoever reads the database alone cannot sign. */
  secret: string
  /** The one before, which signs as well until the receiver has had time to change. */
  former_secret: string | null
  former_until: string | null
  titles: Titles
  state: 'active' | 'disabled'
  /** Why the server itself disabled it. */
  why: 'gone' | 'maker-left' | null
  created_by: string
  created_at: string
}

export type CalendarRow = {
  workspace: string
  id: string
  member: string
  name: string
  secret_hash: string
  /** Null for every client that the member may see. */
  client: string | null
  titles: Titles
  reminder_days: number | null
  created_at: string
  revoked_at: string | null
}

/** What belongs to one scope, and goes with it. */
export type AlertScopeTables = {
  alerts_sent: {
    scope: number
    /** The alert's id (shared/inventory/terms/alerts.ts). */
    alert: string
    channel: 'mail' | 'webhook'
    /** A member's id, or a webhook's. */
    recipient: string
    delivery: string | null
    at: string | null
  }
  webhook_deliveries: DeliveryRow
  calendar_events: {
    scope: number
    record: string
    about: string
    day: string
    /** A hash of what the event says. */
    content: string
    sequence: number
    created_at: string
    changed_at: string
  }
}

export type DeliveryRow = {
  scope: number
  id: string
  workspace: string
  webhook: string
  kind: 'alerts.due' | 'test'
  body: string
  created_at: string
  status: 'waiting' | 'delivered' | 'failed'
  tries: number
  next_try_at: string | null
  /** While one node is sending it, no other does. */
  claimed_until: string | null
  answered_at: string | null
  /** The status that the receiver answered with; null where nobody answered. */
  response: number | null
  code: 'BLOCKED_TARGET' | 'TIMEOUT' | 'UNREACHABLE' | 'SECRET_UNREADABLE' | null
  ms: number | null
}
