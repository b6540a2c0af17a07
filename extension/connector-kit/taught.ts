import { z } from 'zod'
import { CapturedType, fieldSchema } from '../../shared/model/record-type.ts'
import { taughtPrefix } from '../../shared/model/taught.ts'
import { registrableDomain } from '../../shared/vendor-directory/domain.ts'
import type { Connector, Reader, Source } from './define.ts'
import { parseMatchPattern } from './match.ts'
import { parseJson } from './parse.ts'
import { isPlainSelector } from './selector.ts'

/**
 * A taught connector as it travels between devices and in files: the grammar of define.ts, closed and bounded. It can
 * hold no code: every part is a word of this schema or a text that is compared, never run.
 */
const short = z.string().min(1).max(120)
const path = z.string().min(1).max(200)
const plain = z.union([z.string().max(200), z.number(), z.boolean()])
const selector = z.string().max(300).refine(isPlainSelector)
const heading = z.array(short).min(1).max(8)

const condition = z.strictObject({
  path,
  in: z.array(plain.nullable()).max(20).exactOptional(),
  notIn: z.array(plain.nullable()).max(20).exactOptional(),
  notLike: z.array(short).max(20).exactOptional(),
  present: z.boolean().exactOptional(),
})

const isField = (as: string): boolean => {
  const [type, field = ''] = as.split('.')
  const known = CapturedType.safeParse(type)
  return known.success && fieldSchema(known.data, field) !== undefined
}

const reader = z.strictObject({
  name: z.enum([
    ...(['text', 'list', 'count', 'amount', 'day', 'lastDay', 'yesNo', 'email', 'guid'] as const),
    ...([
      'subscriptionStatus',
      'assignmentStatus',
      'billingPeriod',
      'microsoftProduct',
      'microsoftSku',
      'shown',
    ] as const),
  ]),
  words: z
    .record(z.string().max(120), plain)
    .refine((words) => Object.keys(words).length <= 40)
    .exactOptional(),
  unit: z.enum(['cents', 'micros', 'seconds', 'milliseconds']).exactOptional(),
  currencyPath: path.exactOptional(),
  countPath: path.exactOptional(),
  before: short.exactOptional(),
  after: short.exactOptional(),
  except: z.array(short).max(20).exactOptional(),
  lower: z.literal(true).exactOptional(),
  say: short.exactOptional(),
  as: z.string().max(80).refine(isField).exactOptional(),
}) satisfies z.ZodType<Reader>

const cellPlace = z.union([
  z.strictObject({ selector }),
  z.strictObject({ heading }),
  z.strictObject({ label: heading }),
])
const cellSource = z.strictObject({ from: z.literal('cell'), at: cellPlace, read: reader })
const urlSource = z.strictObject({ from: z.literal('url'), name: short, read: reader })
const leaf = [
  z.strictObject({
    from: z.literal('json'),
    path,
    read: reader,
    when: z.array(condition).max(4).exactOptional(),
  }),
  urlSource,
  z.strictObject({ from: z.literal('text'), selector, read: reader }),
  cellSource,
  z.strictObject({ from: z.literal('constant'), value: plain }),
] as const
const one = z.discriminatedUnion('from', leaf)
/** A join of plain parts; joins do not nest. */
const source = z.discriminatedUnion('from', [
  ...leaf,
  z.strictObject({ from: z.literal('join'), between: z.string().max(20), parts: z.array(one).min(1).max(6) }),
]) satisfies z.ZodType<Source>

const rule = z
  .strictObject({
    type: CapturedType,
    rows: path.exactOptional(),
    list: z.union([z.enum(['table', 'page']), z.strictObject({ selector })]).exactOptional(),
    where: z.array(condition).max(8).exactOptional(),
    key: z
      .array(z.union([z.string().min(1).max(40), source]))
      .min(1)
      .max(6),
    fields: z.record(z.string().min(1).max(40), z.union([source, z.array(source).min(1).max(4)])),
    total: path.exactOptional(),
  })
  .superRefine(({ type, fields, rows, list }, context) => {
    if (rows !== undefined && list !== undefined) context.addIssue('rows come from a response or from the page')
    const names = Object.keys(fields)
    if (names.length === 0 || names.length > 24) context.addIssue('one to 24 fields')
    for (const field of names) if (!fieldSchema(type, field)) context.addIssue(`${type} has no ${field}`)
  })

/** Whose tenant it is, as the page or its address says it. Never a constant: it would be the same for every client. */
const accountSources = z
  .array(z.discriminatedUnion('from', [cellSource, urlSource]))
  .min(1)
  .max(4)

export const Definition = z.strictObject({
  version: z.int().min(1).max(1_000_000),
  matches: z
    .array(z.string().max(300))
    .min(1)
    .max(8)
    .refine((all) => all.every((match) => parseMatchPattern(match) !== undefined)),
  pages: z.array(path).max(8).exactOptional(),
  responses: z
    .record(short, z.array(path).min(1).max(8))
    .refine((all) => Object.keys(all).length <= 12)
    .exactOptional(),
  account: z.strictObject({ id: accountSources, name: accountSources.exactOptional() }).exactOptional(),
  records: z.array(rule).min(1).max(8),
})
export type Definition = z.infer<typeof Definition>

export const maxDefinition = 16 * 1024

/** The definition in a text, or undefined where it is none: too large, too deep, not of this grammar. */
export function parseDefinition(text: string): Definition | undefined {
  if (text.length > maxDefinition) return undefined
  const parsed = Definition.safeParse(parseJson(text))
  return parsed.success ? parsed.data : undefined
}

/** A definition speaks for its own vendor only: none can say of one vendor's page that another one showed it (T15). */
export const speaksFor = ({ matches }: Definition, vendor: string): boolean =>
  matches.every((match) => {
    const host = parseMatchPattern(match)?.host
    return host !== undefined && (registrableDomain(host) ?? host) === vendor
  })

/** Between those that ship with the extension (100) and the generic reader (0). */
const priority = 50

export type Named = { id: string; name: string; vendor: string }

export const connectorOf = ({ id, name, vendor }: Named, definition: Definition): Connector => ({
  ...definition,
  id: `${taughtPrefix}${id}`,
  name,
  vendor,
  priority,
})
