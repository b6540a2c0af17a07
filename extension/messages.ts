import { browser } from 'wxt/browser'
import { z } from 'zod'
import { maxResponseBytes, maxVisitResponses, smallResponseBytes } from '../shared/capture-caps.ts'
import { Uuid } from '../shared/model/id.ts'
import type { Outcome } from '../shared/problem.ts'

/**
 * Every message between contexts. The worker parses each one, and `from` says who may send it (threats T03):
 * `page` is a content script, `screen` one of our own pages. A screen reads the database itself; messages only ask
 * the worker to act.
 */
const shown = z.strictObject({ text: z.string().max(2000), hints: z.array(z.string().max(500)).max(8).exactOptional() })
const line = shown.extend({ label: z.string().max(300).exactOptional(), key: z.string().max(60).exactOptional() })
const near = z.array(z.string().max(300)).max(12)
const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    near,
    header: z.array(z.string().max(300)).max(200),
    keys: z.array(z.string().max(60)).max(200).exactOptional(),
    rows: z.array(z.array(shown).max(200)).max(20_000),
    ids: z.array(z.string().max(210)).max(20_000).exactOptional(),
    total: z.int().min(0).max(10_000_000).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('card'),
    near,
    title: z.string().max(300),
    lines: z.array(line).max(200),
    list: z.int().min(0).exactOptional(),
  }),
])

const cellPlace = z.union([
  z.strictObject({ selector: z.string().max(300) }),
  z.strictObject({ heading: z.array(z.string().max(300)).max(8) }),
  z.strictObject({ label: z.array(z.string().max(300)).max(8) }),
])
/** A list of the page that a connector reads. */
export const LookupSchema = z.strictObject({
  name: z.string().max(120),
  list: z.union([z.enum(['table', 'page']), z.strictObject({ selector: z.string().max(300) })]),
  cells: z.array(cellPlace).max(60),
})
export const FoundListSchema = z.strictObject({
  rows: z.array(z.array(shown.nullable()).max(60)).max(20_000),
  gone: z.array(z.string().max(300)).max(500),
})

export const MaterialSchema = z.strictObject({
  url: z.url().max(8000),
  title: z.string().max(500),
  lang: z.string().max(35),
  at: z.iso.datetime(),
  responses: z
    .array(z.strictObject({ url: z.string().max(8000), text: z.string().max(maxResponseBytes) }))
    .max(maxVisitResponses),
  page: z
    .strictObject({
      headings: z.array(z.string().max(300)).max(60),
      blocks: z.array(block).max(500),
      cut: z.boolean().exactOptional(),
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
      lists: z.record(z.string().max(120), FoundListSchema).exactOptional(),
    })
    .nullable(),
})

/** As it travels: the bytes of the responses lie where the browser keeps them, and only the worker makes text of them. */
const HandedMaterial = MaterialSchema.extend({
  responses: z
    .array(
      z.strictObject({
        url: z.string().max(8000),
        body: z.union([
          z.string().max(smallResponseBytes),
          z.instanceof(Blob).refine(({ size }) => size <= maxResponseBytes),
        ]),
      }),
    )
    .max(maxVisitResponses),
})
export type HandedMaterial = z.infer<typeof HandedMaterial>

/** What to read on a visit: nothing, the responses that fit these patterns (null: every one), these selectors and lists. */
export const Plan = z.strictObject({
  read: z.boolean(),
  responses: z.array(z.string()).nullable(),
  selectors: z.array(z.string()),
  lookups: z.array(LookupSchema),
})
export type Plan = z.infer<typeof Plan>

const nothing = z.strictObject({})
const outcome = z.custom<Outcome<unknown>>((value) => Outcomes.safeParse(value).success)
const Outcomes = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), problem: z.looseObject({ code: z.string() }) }),
])

export const messages = {
  /** A visit begins; the answer says what to read here, or that nothing is. */
  openSession: {
    from: 'page',
    body: z.strictObject({ session: Uuid, url: z.url().max(8000), title: z.string().max(500) }),
    answer: Plan,
  },
  /** All material of the visit so far; the content script keeps it until this is answered with what to read from now on. */
  submitMaterial: {
    from: 'page',
    body: z.strictObject({
      session: Uuid,
      material: HandedMaterial,
      /** Responses that were too large to copy, and whether the console said 401 or 403. */
      dropped: z.int().min(0),
      refused: z.boolean(),
    }),
    answer: Plan,
  },
  endSession: { from: 'page', body: z.strictObject({ session: Uuid }), answer: nothing },
  /** Sync at once instead of at the next alarm. */
  syncNow: { from: 'screen', body: nothing, answer: nothing },
  /** Starts the sign-in at a server; the answer is an Outcome. */
  connectServer: {
    from: 'screen',
    body: z.strictObject({ url: z.string().max(2000), deviceName: z.string().min(1).max(80) }),
    answer: outcome,
  },
  disconnectServer: { from: 'screen', body: nothing, answer: nothing },
  /** The person allowed or withdrew hosts: register or remove the scripts. */
  refreshAccess: { from: 'screen', body: nothing, answer: nothing },
} as const satisfies Record<string, { from: 'page' | 'screen'; body: z.ZodType; answer: z.ZodType }>

export type MessageName = keyof typeof messages
export type MessageBody<N extends MessageName> = z.infer<(typeof messages)[N]['body']>
export type MessageAnswer<N extends MessageName> = z.infer<(typeof messages)[N]['answer']>

/** How a message travels, and how it is answered. */
export const Envelope = z.strictObject({ name: z.string().max(40), body: z.unknown() })
export const Reply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  /** sender: may not say this (any more); shape: not what the schema says; failed: the worker failed, try again. */
  z.strictObject({ ok: z.literal(false), refused: z.enum(['sender', 'shape', 'failed']) }),
])
export type Reply = z.infer<typeof Reply>

export class Refused extends Error {
  constructor(readonly reason: Extract<Reply, { ok: false }>['refused']) {
    super(`the worker refused a message: ${reason}`)
  }
}

export type Send = <N extends MessageName>(name: N, body: MessageBody<N>) => Promise<MessageAnswer<N>>

/** Asks the worker. Throws `Refused`, or what the browser throws where the worker died before it answered. */
export const send: Send = async (name, body) => {
  const reply = Reply.parse(await browser.runtime.sendMessage({ name, body }))
  if (!reply.ok) throw new Refused(reply.refused)
  // The schema is the one of this name; TypeScript cannot follow that through the index.
  return messages[name].answer.parse(reply.value) as MessageAnswer<typeof name>
}
