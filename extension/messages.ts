import { browser } from 'wxt/browser'
import { z } from 'zod/mini'
import { address, count, listOf, text } from '../shared/bounds.ts'
import { maxResponseBytes, maxVisitResponses, smallResponseBytes } from '../shared/capture-caps.ts'
import type { Finding } from '../shared/inventory/findings/finding.ts'
import { Uuid } from '../shared/model/id.ts'
import type { Money } from '../shared/model/money.ts'
import type { Outcome } from '../shared/problem.ts'

/**
 * Every message between contexts. The worker parses each one, and `from` says who may send it (threats T03):
 * `page` is a content script, `screen` one of our own pages. A screen reads the database itself; messages only ask
 * the worker to act.
 */
const shown = z.strictObject({ text: text(2000), hints: z.exactOptional(listOf(text(500), 8)) })
const line = z.extend(shown, { label: z.exactOptional(text(300)), key: z.exactOptional(text(60)) })
const near = listOf(text(300), 12)
const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    near,
    header: listOf(text(300), 200),
    keys: z.exactOptional(listOf(text(60), 200)),
    rows: listOf(listOf(shown, 200), 20_000),
    ids: z.exactOptional(listOf(text(210), 20_000)),
    total: z.exactOptional(z.int().check(z.minimum(0), z.maximum(10_000_000))),
  }),
  z.strictObject({
    kind: z.literal('card'),
    near,
    title: text(300),
    lines: listOf(line, 200),
    list: z.exactOptional(count),
  }),
])

export const CellPlaceSchema = z.union([
  z.strictObject({ selector: text(300) }),
  z.strictObject({ heading: listOf(text(300), 8) }),
  z.strictObject({ label: listOf(text(300), 8) }),
])
/** A list of the page that a connector reads. */
export const LookupSchema = z.strictObject({
  name: text(120),
  list: z.union([z.enum(['table', 'page']), z.strictObject({ selector: text(300) })]),
  cells: listOf(CellPlaceSchema, 60),
})
export const FoundListSchema = z.strictObject({
  rows: listOf(listOf(z.nullable(shown), 60), 20_000),
  gone: listOf(text(300), 500),
})

export const MaterialSchema = z.strictObject({
  url: address,
  title: text(500),
  lang: text(35),
  at: z.iso.datetime(),
  responses: listOf(z.strictObject({ url: text(8000), text: text(maxResponseBytes) }), maxVisitResponses),
  page: z.nullable(
    z.strictObject({
      headings: listOf(text(300), 60),
      blocks: listOf(block, 500),
      cut: z.exactOptional(z.boolean()),
      selections: z.record(
        text(300),
        listOf(
          z.strictObject({
            text: text(2000),
            attributes: z.record(text(60), text(2000)),
          }),
          500,
        ),
      ),
      lists: z.exactOptional(z.record(text(120), FoundListSchema)),
    }),
  ),
})

/** As it travels: the bytes of the responses lie where the browser keeps them, and only the worker makes text of them. */
const HandedMaterial = z.extend(MaterialSchema, {
  responses: listOf(
    z.strictObject({
      url: text(8000),
      body: z.union([
        text(smallResponseBytes),
        z.instanceof(Blob).check(z.refine(({ size }) => size <= maxResponseBytes)),
      ]),
    }),
    maxVisitResponses,
  ),
})
export type HandedMaterial = z.infer<typeof HandedMaterial>

/** What to read on a visit: nothing, the responses that fit these patterns (null: every one), these selectors and lists. */
export const Plan = z.strictObject({
  read: z.boolean(),
  responses: z.nullable(z.array(z.string())),
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

/** A finding as the popup shows it, with the subscription whose page helps, where it is about one. */
export type TopFinding = Finding & { subscription?: Uuid }
export type TopFindings = { count: number; sums: Money[]; first: TopFinding[] }

export const messages = {
  /** A visit begins; the answer says what to read here, or that nothing is. */
  openSession: {
    from: 'page',
    body: z.strictObject({ session: Uuid, url: address, title: text(500) }),
    answer: Plan,
  },
  /** All material of the visit so far; the content script keeps it until this is answered with what to read from now on. */
  submitMaterial: {
    from: 'page',
    body: z.strictObject({
      session: Uuid,
      material: HandedMaterial,
      /** Responses that were too large to copy, and whether the console said 401 or 403. */
      dropped: count,
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
    body: z.strictObject({ url: text(2000), deviceName: z.string().check(z.minLength(1), z.maxLength(80)) }),
    answer: outcome,
  },
  /** The popup carries neither the vendor directory nor a schema: the worker makes the inventory and tells what is first. */
  topFindings: {
    from: 'screen',
    body: z.strictObject({ client: Uuid, today: z.iso.date() }),
    answer: z.custom<TopFindings>(),
  },
  /** The inventory's list is worked out where nobody waits for it; the screen reads it where it is kept. */
  deriveEntries: {
    from: 'screen',
    body: z.strictObject({ client: Uuid, today: z.iso.date() }),
    answer: z.strictObject({ kept: z.boolean() }),
  },
  disconnectServer: { from: 'screen', body: nothing, answer: z.strictObject({ heard: z.boolean() }) },
  /** The person allowed or withdrew hosts: register or remove the scripts. */
  refreshAccess: { from: 'screen', body: nothing, answer: nothing },
} as const satisfies Record<string, { from: 'page' | 'screen'; body: z.ZodMiniType; answer: z.ZodMiniType }>

export type MessageName = keyof typeof messages
export type MessageBody<N extends MessageName> = z.infer<(typeof messages)[N]['body']>
export type MessageAnswer<N extends MessageName> = z.infer<(typeof messages)[N]['answer']>

/** How a message travels, and how it is answered. */
export const Envelope = z.strictObject({ name: text(40), body: z.unknown() })
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
