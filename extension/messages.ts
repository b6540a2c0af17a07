import { z } from 'zod'
import { Uuid } from '../shared/model/id.ts'

/**
 * Every message between contexts. The worker parses each one, and `from` says who may send it (threats T03):
 * `page` is a content script, `screen` one of our own pages. A screen reads the database itself; messages only ask
 * the worker to act.
 */
const shown = z.strictObject({ text: z.string().max(2000), hints: z.array(z.string().max(500)).max(8).optional() })
const near = z.array(z.string().max(300)).max(12)
const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    near,
    header: z.array(z.string().max(300)).max(200),
    rows: z.array(z.array(shown).max(200)).max(20_000),
  }),
  z.strictObject({
    kind: z.literal('pairs'),
    near,
    pairs: z.array(z.strictObject({ label: z.string().max(300), value: shown })).max(2000),
  }),
  z.strictObject({ kind: z.literal('card'), near, title: z.string().max(300), lines: z.array(shown).max(200) }),
])

/** 8 MB a response; the tap passes nothing larger. */
export const maxResponseChars = 8 * 1024 * 1024

export const MaterialSchema = z.strictObject({
  url: z.url().max(8000),
  title: z.string().max(500),
  lang: z.string().max(35),
  at: z.iso.datetime(),
  responses: z.array(z.strictObject({ url: z.string().max(8000), text: z.string().max(maxResponseChars) })).max(500),
  page: z
    .strictObject({
      headings: z.array(z.string().max(300)).max(60),
      blocks: z.array(block).max(500),
      selections: z.record(
        z.string().max(300),
        z
          .array(
            z.strictObject({
              text: z.string().max(2000),
              attributes: z.record(z.string().max(60), z.string().max(2000)),
            }),
          )
          .max(500),
      ),
    })
    .nullable(),
})

export const messages = {
  /** A visit begins; the answer says what to read here, or that nothing is. */
  openSession: {
    from: 'page',
    body: z.strictObject({ session: Uuid, url: z.url().max(8000), title: z.string().max(500) }),
  },
  /** All material of the visit so far; the content script keeps it until this is answered. */
  submitMaterial: {
    from: 'page',
    body: z.strictObject({ session: Uuid, material: MaterialSchema, dropped: z.int().min(0) }),
  },
  endSession: { from: 'page', body: z.strictObject({ session: Uuid }) },
  /** Sync at once instead of at the next alarm. */
  syncNow: { from: 'screen', body: z.strictObject({}) },
  /** Starts the sign-in at a server; the answer is an Outcome. */
  connectServer: {
    from: 'screen',
    body: z.strictObject({ url: z.string().max(2000), deviceName: z.string().min(1).max(80) }),
  },
  disconnectServer: { from: 'screen', body: z.strictObject({}) },
  /** The person allowed or withdrew hosts: register or remove the scripts. */
  refreshAccess: { from: 'screen', body: z.strictObject({}) },
} as const satisfies Record<string, { from: 'page' | 'screen'; body: z.ZodType }>

export type MessageName = keyof typeof messages
export type MessageBody<N extends MessageName> = z.infer<(typeof messages)[N]['body']>
