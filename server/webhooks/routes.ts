import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { parsed, readJson } from '../http/body.ts'
import { documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer } from '../http/problem.ts'
import { mayTry } from '../people/attempts.ts'
import { Scope } from '../workspaces/scope.ts'
import * as act from './acts.ts'
import { deliver } from './deliver.ts'
import * as said from './described.ts'
import { outbound as publicOnly } from './post.ts'

/** What asks another's server something at once, so that ours cannot be made to knock somewhere without end. */
const allowance = { most: 20, minutes: 15 }

export function webhookRoutes({ database, clock, random, secret, outbound = publicOnly }: Deps) {
  const acting = () => ({ now: clock(), random, secret })
  type Asked = Context<MemberEnv>

  const within = async <T>(context: Asked, mode: 'open' | 'read', work: (scope: Scope) => Promise<Outcome<T>>) => {
    const member = context.get('member')
    return Scope[mode](database, member, member.workspace, work)
  }
  const idIn = (context: Asked, name: string): Outcome<Uuid> => {
    const id = Uuid.safeParse(context.req.param(name))
    return id.success ? ok(id.data) : fail('NOT_FOUND')
  }
  const bodyOf = async <T>(context: Asked, schema: z.ZodType<T>): Promise<Outcome<T>> => {
    const json = await readJson(context)
    return json.ok ? parsed(schema, json.value) : json
  }
  /** One of the workspace's webhooks is changed as the body says. */
  const changing = async <B, T>(
    context: Asked,
    schema: z.ZodType<B>,
    work: (scope: Scope, id: Uuid, body: B) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const id = idIn(context, 'webhook')
    if (!id.ok) return id
    const body = await bodyOf(context, schema)
    return body.ok ? within(context, 'open', (scope) => work(scope, id.value, body.value)) : body
  }
  /** Adds or wakes a delivery, tries it at once, and tells how that went. */
  const sending = async (context: Asked, prepare: (scope: Scope, id: Uuid) => Promise<Outcome<Uuid>>) => {
    const member = context.get('member')
    const named = idIn(context, 'webhook')
    if (!named.ok) return named
    if (!(await mayTry(database, `webhooks of ${member.workspace}`, allowance, clock()))) return fail('RATE_LIMITED')
    const prepared = await changing(context, said.Nothing, async (scope, id) => {
      const delivery = await prepare(scope, id)
      return delivery.ok ? ok({ id, delivery: delivery.value }) : delivery
    })
    if (!prepared.ok) return prepared
    const { id, delivery } = prepared.value
    await deliver({ database, clock, secret, outbound }, member.workspace, id, delivery)
    return within(context, 'read', (scope) => act.oneDelivery(scope, id, delivery))
  }

  return new Hono<MemberEnv>()
    .get('/', documented(said.listed), async (context) =>
      answer(context, await within(context, 'read', act.listWebhooks)),
    )
    .post('/', documented(said.made), async (context) => {
      const body = await bodyOf(context, said.WebhookRequest)
      if (!body.ok) return answer(context, body)
      const add = (scope: Scope) => act.addWebhook(scope, body.value, outbound, acting())
      return answer(context, await within(context, 'open', add))
    })
    .post('/:webhook/secret', documented(said.rotated), async (context) =>
      answer(context, await changing(context, said.Nothing, (scope, id) => act.rotateSecret(scope, id, acting()))),
    )
    .post('/:webhook/state', documented(said.switched), async (context) => {
      const change = (scope: Scope, id: Uuid, { state }: z.infer<typeof said.StateRequest>) =>
        act.switchWebhook(scope, id, state, clock())
      return answer(context, await changing(context, said.StateRequest, change))
    })
    .post('/:webhook/test', documented(said.tested), async (context) =>
      answer(context, await sending(context, (scope, id) => act.addTest(scope, id, clock()))),
    )
    .delete('/:webhook', documented(said.removed), async (context) => {
      const id = idIn(context, 'webhook')
      if (!id.ok) return answer(context, id)
      return answer(context, await within(context, 'open', (scope) => act.removeWebhook(scope, id.value, clock())))
    })
    .get('/:webhook/deliveries', documented(said.logListed), async (context) => {
      const id = idIn(context, 'webhook')
      if (!id.ok) return answer(context, id)
      return answer(context, await within(context, 'read', (scope) => act.listDeliveries(scope, id.value)))
    })
    .post('/:webhook/deliveries/:delivery/replay', documented(said.replayed), async (context) => {
      const delivery = idIn(context, 'delivery')
      if (!delivery.ok) return answer(context, delivery)
      const prepare = (scope: Scope, id: Uuid) => act.replay(scope, id, delivery.value, clock())
      return answer(context, await sending(context, prepare))
    })
}
