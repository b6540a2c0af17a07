import { sql } from 'kysely'
import { z } from 'zod'
import { isShownAsIs } from '../../shared/inventory/people/masked.ts'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { FieldValue } from '../../shared/model/observation.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { loaded } from './read.ts'
import { modeOf } from './shown.ts'

const most = 200

export const HistoryQuery = z.strictObject({
  /** Of one field alone. */
  field: z
    .string()
    .max(120)
    .regex(/^[A-Za-z0-9/_-]+$/)
    .optional(),
  /** The number before which the page begins: `next` of the one before. */
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(most).default(50),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

export const HistoryResponse = z.strictObject({
  client: Uuid,
  record: Uuid,
  /** The newest first: what people and programs said, also where it did not stand. What was captured is an observation. */
  entries: z
    .array(
      z.strictObject({
        nr: z.int(),
        /** When it came to the server. */
        at: Instant,
        by: z.strictObject({
          kind: z.enum(['member', 'program']),
          /** Of a member only to members; of a program the name of its key. */
          name: z.string().optional(),
        }),
        kind: z.enum(['set', 'unset', 'del', 'undel']),
        field: z.string().optional(),
        /** Absent where the client's mode does not show it, or where the text of an old entry has gone. */
        value: FieldValue.optional(),
        result: z.enum(['applied', 'noop', 'conflict', 'rejected']),
        code: z.string().optional(),
        rev: z.int(),
      }),
    )
    .max(most),
  next: z.int().nullable(),
})
type HistoryResponse = z.infer<typeof HistoryResponse>
type Entry = HistoryResponse['entries'][number]

export async function history(scope: Scope, rec: Uuid, asked: HistoryQuery): Promise<Outcome<HistoryResponse>> {
  const record = await loaded(scope, rec)
  if (!record) return fail('NOT_FOUND')
  const mode = await modeOf(scope)
  const rows = await said(scope, rec, asked)
  const page = rows.slice(0, asked.limit)
  const seesMembers = scope.author?.via === 'device'
  const entries = page.map((row): Entry => {
    const hidden = row.field !== null && !isShownAsIs(record.type, row.field, mode)
    const value = hidden ? undefined : valueIn(row.payload)
    const name = row.key_name ?? (seesMembers ? row.member_name : null)
    return {
      nr: row.nr,
      at: row.at,
      by: { kind: row.key_name === null ? 'member' : 'program', ...(name === null ? {} : { name }) },
      kind: row.kind as Entry['kind'], // the kinds of op that the query asks for
      ...(row.field === null ? {} : { field: row.field }),
      ...(value === undefined ? {} : { value }),
      result: row.st as Entry['result'], // written from a Verdict
      ...(row.code === null ? {} : { code: row.code }),
      rev: row.rev,
    }
  })
  const next = page.length < rows.length ? (page.at(-1)?.nr ?? null) : null
  return ok({ client: scope.row.id, record: rec, entries, next })
}

const said = (scope: Scope, rec: Uuid, { field, before, limit }: HistoryQuery) =>
  scope.tx
    .selectFrom('log')
    .leftJoin('members', (join) =>
      join.onRef('members.id', '=', 'log.member').on('members.workspace', '=', scope.row.workspace),
    )
    .leftJoin('people', 'people.id', 'members.person')
    .leftJoin('api_keys', (join) =>
      join.onRef('api_keys.id', '=', 'log.paired').on('api_keys.workspace', '=', scope.row.workspace),
    )
    .select(['log.nr', 'log.at', 'log.kind', 'log.field', 'log.payload', 'log.st', 'log.code', 'log.rev'])
    .select(['people.name as member_name', 'api_keys.name as key_name'])
    .where('log.scope', '=', scope.key)
    .where('log.rec', '=', rec)
    // In the words of the index, which holds these few rows alone.
    .where(sql<boolean>`log.kind <> 'add'`)
    .where('log.kind', 'in', ['set', 'unset', 'del', 'undel'])
    .$if(field !== undefined, (query) => query.where('log.field', '=', field ?? ''))
    .$if(before !== undefined, (query) => query.where('log.nr', '<', before ?? 0))
    .orderBy('log.nr', 'desc')
    .limit(limit + 1)
    .execute()

const Payload = z.object({ value: FieldValue.optional() })

function valueIn(payload: string | null): FieldValue | undefined {
  const read = Payload.safeParse(payload === null ? {} : JSON.parse(payload)) // our own text
  return read.success ? read.data.value : undefined
}
