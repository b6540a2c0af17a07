import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { parsed, readJson } from '../http/body.ts'
import { documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, answerJson, answerProblem, notFound } from '../http/problem.ts'
import { Scope } from '../workspaces/scope.ts'
import { type Answer, IdempotencyKey, once } from './answers.ts'
import {
  IfMatch,
  recordChanged,
  recordCreated,
  recordDeleted,
  recordRead,
  recordRestored,
  recordsListed,
} from './described.ts'
import { Base, RecordChange, RecordCreate, RecordRestore, RecordsQuery } from './model.ts'
import { listRecords, readRecord } from './read.ts'
import { type Asked, changeRecord, createRecord, deleteRecord, restoreRecord, writable } from './write.ts'

type Request = Context<MemberEnv>
type Target = { client: Uuid; record: Uuid }

export function recordRoutes({ database, clock }: Deps) {
  /** Strict UUIDs only (T24); whatever is none of the member's is not found. */
  const target = (context: Request, whole = true): Target | undefined => {
    const [client, record] = [context.req.param('client'), context.req.param('record')].map((id) => Uuid.safeParse(id))
    if (!client?.success || (whole && !record?.success)) return undefined
    return { client: client.data, record: record?.success ? record.data : '' }
  }
  const writing = async (
    context: Request,
    client: Uuid,
    body: unknown,
    work: (scope: Scope, asked: Asked) => Promise<Outcome<Answer>>,
  ): Promise<Response> => {
    const key = keyOf(context)
    if (!key.ok) return answerProblem(context, key.problem)
    const asked = { now: clock(), requestId: context.get('requestId') }
    const { method, path } = context.req
    const request = { method, path, body, version: context.req.header('if-match') ?? '', query: context.req.query() }
    const answered = await Scope.open(database, context.get('member'), client, async (scope) => {
      const may = writable(scope)
      return may.ok ? once(scope, { key: key.value, request }, asked.now, () => work(scope, asked)) : may
    })
    if (!answered.ok) return answerProblem(context, answered.problem)
    return answerJson(context, answered.value.text, answered.value.status)
  }

  return new Hono<MemberEnv>()
    .get('/:client/records', documented(recordsListed), async (context) => {
      const at = target(context, false)
      if (!at) return notFound(context)
      const asked = parsed(RecordsQuery, context.req.query())
      if (!asked.ok) return answerProblem(context, asked.problem)
      const work = (scope: Scope) => listRecords(scope, asked.value)
      return answer(context, await Scope.read(database, context.get('member'), at.client, work))
    })
    .post('/:client/records', documented(recordCreated), async (context) => {
      const at = target(context, false)
      if (!at) return notFound(context)
      const body = await bodyOf(context, RecordCreate)
      if (!body.ok) return answerProblem(context, body.problem)
      const { type, fields } = body.value
      return writing(context, at.client, body.value, (scope, asked) =>
        createRecord(scope, { type, fields: stated(fields) }, asked),
      )
    })
    .get('/:client/records/:record', documented(recordRead), async (context) => {
      const at = target(context)
      if (!at) return notFound(context)
      const work = (scope: Scope) => readRecord(scope, at.record)
      const read = await Scope.read(database, context.get('member'), at.client, work)
      if (read.ok) context.header('etag', `"${read.value.record.rev}"`)
      return answer(context, read)
    })
    .patch('/:client/records/:record', documented(recordChanged), async (context) => {
      const at = target(context)
      if (!at) return notFound(context)
      const body = await bodyOf(context, RecordChange)
      if (!body.ok) return answerProblem(context, body.problem)
      const base = baseOf(context, body.value.base)
      if (!base.ok) return answerProblem(context, base.problem)
      const { type, unset = [] } = body.value
      const set = stated(body.value.set ?? {})
      const on = { rec: at.record, type, base: base.value }
      return writing(context, at.client, body.value, (scope, asked) => changeRecord(scope, on, { set, unset }, asked))
    })
    .delete('/:client/records/:record', documented(recordDeleted), async (context) => {
      const at = target(context)
      if (!at) return notFound(context)
      const { base: said, ...others } = context.req.query()
      if (Object.keys(others).length) return answerProblem(context, fail('INVALID_REQUEST', 'query').problem)
      const stated = said === undefined ? ok(undefined) : parsed(Base, Number(said || Number.NaN))
      const base = stated.ok ? baseOf(context, stated.value) : stated
      if (!base.ok) return answerProblem(context, base.problem)
      const on = { rec: at.record, base: base.value }
      return writing(context, at.client, null, (scope, asked) => deleteRecord(scope, on, asked))
    })
    .post('/:client/records/:record/restore', documented(recordRestored), async (context) => {
      const at = target(context)
      if (!at) return notFound(context)
      const body = await bodyOf(context, RecordRestore)
      if (!body.ok) return answerProblem(context, body.problem)
      const base = baseOf(context, body.value.base)
      if (!base.ok) return answerProblem(context, base.problem)
      const on = { rec: at.record, base: base.value }
      return writing(context, at.client, body.value, (scope, asked) => restoreRecord(scope, on, asked))
    })
}

/** What came as JSON has no undefined in it, which the types of partial schemas do not know. */
const stated = (fields: Record<string, FieldValue | undefined>): Record<string, FieldValue> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

async function bodyOf<T>(context: Request, schema: z.ZodType<T>): Promise<Outcome<T>> {
  const json = await readJson(context)
  return json.ok ? parsed(schema, json.value) : json
}

/** A creation asked for twice would be two records, so a POST cannot do without. */
function keyOf(context: Request): Outcome<string | undefined> {
  const said = context.req.header('idempotency-key')
  if (said !== undefined) return parsed(IdempotencyKey, said)
  return context.req.method === 'POST' ? fail('IDEMPOTENCY_KEY_MISSING') : ok(undefined)
}

/** RFC 6585: without the version that was seen, a change could overwrite one that was not. */
function baseOf(context: Request, stated: number | undefined): Outcome<number> {
  const header = context.req.header('if-match')
  if (header === undefined) return stated === undefined ? fail('VERSION_MISSING') : ok(stated)
  const tag = parsed(IfMatch, header)
  if (!tag.ok) return tag
  const base = parsed(Base, Number(tag.value.slice(1, -1)))
  return base.ok && stated !== undefined && stated !== base.value ? fail('INVALID_REQUEST', 'base: not If-Match') : base
}
