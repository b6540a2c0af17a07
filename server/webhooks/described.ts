import type { GenerateSpecOptions } from 'hono-openapi'
import { z } from 'zod'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import type { Described } from '../http/documented.ts'
import { WebhookEvent } from './payload.ts'

/** Nothing to say beside the address; a body all the same, so that a form of another site cannot send it (T29). */
export const Nothing = z.strictObject({})
const Titles = z.enum(['full', 'redacted'])
export const WebhookRequest = z.strictObject({
  url: z.string().trim().min(1).max(2000),
  titles: Titles.default('full'),
})
export const StateRequest = z.strictObject({ state: z.enum(['active', 'disabled']) })

export const Webhook = z.strictObject({
  id: Uuid,
  url: z.string(),
  titles: Titles,
  state: z.enum(['active', 'disabled']),
  /** The receiver answered 410 Gone, so the server disabled it. */
  why: z.enum(['gone', 'maker-left']).optional(),
  createdAt: Instant,
})
const WebhooksResponse = z.strictObject({ webhooks: z.array(Webhook) })
/** The secret is said once, here. */
const Secret = z.string().startsWith('whsec_')
const MadeResponse = z.strictObject({ webhook: Webhook, secret: Secret })
const RotatedResponse = z.strictObject({
  secret: Secret,
  /** Until then the former one signs as well. */
  formerUntil: Instant,
})

export const Delivery = z.strictObject({
  id: Uuid,
  kind: z.enum(['alerts.due', 'test']),
  createdAt: Instant,
  status: z.enum(['waiting', 'delivered', 'failed']),
  tries: z.int(),
  nextTryAt: Instant.optional(),
  /** Of the last try: when, what was answered, or why nothing was, and how long it took. */
  triedAt: Instant.optional(),
  response: z.int().optional(),
  code: z.enum(['BLOCKED_TARGET', 'TIMEOUT', 'UNREACHABLE', 'SECRET_UNREADABLE']).optional(),
  ms: z.int().optional(),
})
const DeliveriesResponse = z.strictObject({ deliveries: z.array(Delivery) })
export const EventResponse = z.strictObject({ delivery: Delivery })

const path = { webhook: 'The id of a webhook of the workspace.' }

export const listed: Described = {
  id: 'listWebhooks',
  summary: 'Where the workspace’s alerts are sent to, for its owners and admins.',
  answers: WebhooksResponse,
  problems: ['FORBIDDEN'],
}
export const made: Described = {
  id: 'addWebhook',
  summary: 'Sends alerts to an https address from now on, signed as Standard Webhooks says; the secret is told once.',
  takes: WebhookRequest,
  answers: MadeResponse,
  problems: ['FORBIDDEN', 'BLOCKED_TARGET', 'LIMIT_REACHED'],
}
export const rotated: Described = {
  id: 'rotateWebhookSecret',
  summary: 'Another secret; for a day the former one signs beside it.',
  path,
  takes: Nothing,
  answers: RotatedResponse,
  problems: ['FORBIDDEN'],
}
export const switched: Described = {
  id: 'switchWebhook',
  summary: 'Stops sending, or goes on; what waits meanwhile is sent then.',
  path,
  takes: StateRequest,
  answers: z.strictObject({ webhook: Webhook }),
  problems: ['FORBIDDEN'],
}
export const removed: Described = {
  id: 'removeWebhook',
  summary: 'Removes a webhook with its log.',
  path,
  answers: z.strictObject({ removed: Uuid }),
  problems: ['FORBIDDEN'],
}
export const tested: Described = {
  id: 'testWebhook',
  summary: 'Sends an event of the type "test", which says nothing of any client, and tells what was answered.',
  path,
  takes: Nothing,
  answers: EventResponse,
  problems: ['FORBIDDEN', 'RATE_LIMITED'],
}
export const logListed: Described = {
  id: 'listDeliveries',
  summary: 'The last hundred deliveries of a webhook, of the last thirty days.',
  path,
  answers: DeliveriesResponse,
  problems: ['FORBIDDEN'],
}
export const replayed: Described = {
  id: 'replayDelivery',
  summary: 'Sends one delivery again, under its former id, and tells what was answered.',
  path: { ...path, delivery: 'The id of one of its deliveries.' },
  takes: Nothing,
  answers: EventResponse,
  problems: ['FORBIDDEN', 'RATE_LIMITED'],
}

type Sent = NonNullable<NonNullable<GenerateSpecOptions['documentation']>['webhooks']>

const { $schema: _, ...event } = z.toJSONSchema(WebhookEvent)

/** What is sent, in the words of OpenAPI 3.1, which is JSON Schema 2020-12, which zod writes. */
export const sentEvents: Sent = {
  event: {
    post: {
      summary:
        'A JSON body with the headers webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks 1.0.0).',
      requestBody: {
        required: true,
        // A schema in the types of JSON Schema, which those of OpenAPI do not know.
        content: { 'application/json': { schema: event as object } },
      },
      responses: { 200: { description: 'Any 2xx: it arrived. All else is tried again for about 30 hours.' } },
    },
  },
}
