import { z } from 'zod'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import type { OwedByClient } from '../alerts/owed.ts'
import type { Titles } from '../db/alert-tables.ts'

/** Dates of which somebody has to be told, of one client. */
export const AlertsDue = z.strictObject({
  type: z.literal('alerts.due'),
  timestamp: Instant,
  data: z.strictObject({
    workspace: Uuid,
    client: Uuid,
    /** Absent where titles are redacted. */
    clientName: z.string().optional(),
    alerts: z.array(
      z.strictObject({
        /** The alerts that this tells of: more than one where earlier ones were never told. */
        ids: z.array(z.string()),
        record: Uuid,
        about: z.enum(['cancel-by', 'term-end', 'expiry']),
        date: z.string(),
        /** An acknowledgement names record, date, version and threshold. */
        version: z.string(),
        threshold: z.int(),
        due: z.string(),
        title: z.string(),
        link: z.string(),
      }),
    ),
  }),
})
export type AlertsDue = z.infer<typeof AlertsDue>

/** What a test sends: nothing of any client. */
export const TestEvent = z.strictObject({
  type: z.literal('test'),
  timestamp: Instant,
  data: z.strictObject({ workspace: Uuid }),
})

/** Everything that a webhook can be sent, by its `type`. */
export const WebhookEvent = z.discriminatedUnion('type', [AlertsDue, TestEvent])
export type WebhookEvent = z.infer<typeof WebhookEvent>

/** What stands instead of a title that must not leave the firm. */
export const redacted = 'Renewal'

export function alertsDue(
  { client, name, dates }: OwedByClient,
  { workspace, titles, now, baseUrl }: { workspace: Uuid; titles: Titles; now: Date; baseUrl: string },
): AlertsDue {
  return {
    type: 'alerts.due',
    timestamp: now.toISOString(),
    data: {
      workspace,
      client,
      ...(titles === 'full' ? { clientName: name } : {}),
      alerts: dates.map(({ ids, record, about, date, version, threshold, due, title }) => ({
        ids,
        record,
        about,
        date,
        version,
        threshold,
        due,
        title: titles === 'full' ? title : redacted,
        link: `${baseUrl}/open/${client}/${record}`,
      })),
    },
  }
}
