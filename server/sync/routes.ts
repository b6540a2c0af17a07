import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import { type Outcome, ok, problem } from '../../shared/problem.ts'
import { KnownOpsRequest, PushRequest } from '../../shared/sync.ts'
import { parsed, readJson } from '../http/body.ts'
import { documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, answerPacked, answerProblem } from '../http/problem.ts'
import { Scope, scopesOf } from '../workspaces/scope.ts'
import { changes } from './changes.ts'
import { asksKnown, ChangesQuery, changed, digested, noticed, pushed, scopesListed } from './described.ts'
import { digest } from './digest.ts'
import { known } from './known-ops.ts'
import { streamNotices } from './notices.ts'
import { push } from './push.ts'
import { tooFarApart } from './versions.ts'

export function syncRoutes({ database, clock, operation: { metrics } }: Deps) {
  /** A scope by its id in the path; whatever is not one of the member's is not found (T24: strict UUIDs only). */
  const within =
    (enter: typeof Scope.open) =>
    <T>(context: Context<MemberEnv>, work: (scope: Scope) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
      const id = Uuid.safeParse(context.req.param('scope'))
      return id.success ? enter(database, context.get('member'), id.data, work) : Promise.resolve(notThere)
    }
  const reading = within(Scope.read)
  const writing = within(Scope.open)

  return new Hono<MemberEnv>()
    .get('/', documented(scopesListed), async (context) => {
      const scopes = await scopesOf(database, context.get('member'))
      if (!scopes.ok) return answerProblem(context, scopes.problem)
      const rows = scopes.value.map(({ seq, ...scope }) => ({ ...scope, head: seq }))
      return answer(context, ok({ workspace: context.get('member').workspace, scopes: rows }))
    })
    .post('/:scope/push', documented(pushed), async (context) => {
      const request = await versioned(context, PushRequest)
      if (!request.ok) return answerProblem(context, request.problem)
      const pushing = await writing(context, (scope) => push(scope, request.value, clock()))
      if (!pushing.ok) return answerProblem(context, pushing.problem)
      metrics.pushed(pushing.value.results)
      return answerPacked(context, Buffer.from(JSON.stringify(pushing.value)))
    })
    .get('/:scope/changes', documented(changed), async (context) => {
      const apart = tooFarApart(context.req.query())
      if (apart) return answerProblem(context, apart)
      const asked = parsed(ChangesQuery, context.req.query())
      if (!asked.ok) return answerProblem(context, asked.problem)
      const page = await reading(context, (scope) => changes(scope, asked.value))
      if (!page.ok) return answerProblem(context, page.problem)
      metrics.pulledRows.inc(page.value.rows)
      if (page.value.following) context.header('link', linkTo(context.req.query(), page.value.following))
      return answerPacked(context, page.value.body)
    })
    .get('/:scope/notices', documented(noticed), async (context) => {
      const standing = () => reading(context, async ({ key, row }) => ok({ scope: key, head: row.seq }))
      const stream = await streamNotices(context, database, context.get('member').device, standing, metrics.streams)
      return stream.ok ? stream.value : answerProblem(context, stream.problem)
    })
    .get('/:scope/digest', documented(digested), async (context) => answer(context, await reading(context, digest)))
    .post('/:scope/known-ops', documented(asksKnown), async (context) => {
      const request = await versioned(context, KnownOpsRequest)
      if (!request.ok) return answerProblem(context, request.problem)
      return answer(context, await reading(context, (scope) => known(scope, request.value)))
    })
}

/**
 * RFC 8288: where the next page begins, before this one has been read. So a device may ask for it while it unpacks and
 * applies this one.
 */
const linkTo = (query: Record<string, string>, { after, floor }: { after: number; floor: number }): string =>
  `<?${new URLSearchParams({ ...query, after: String(after), floor: String(floor) })}>; rel="next"`

const notThere = { ok: false, problem: problem('NOT_FOUND') } as const

/** R11: the versions are compared before the rest of the body is expected to have any shape. */
async function versioned<T>(context: Context<MemberEnv>, schema: z.ZodType<T>): Promise<Outcome<T>> {
  const json = await readJson(context)
  if (!json.ok) return json
  const apart = json.value instanceof Object ? tooFarApart(json.value) : undefined
  return apart ? { ok: false, problem: apart } : parsed(schema, json.value)
}
