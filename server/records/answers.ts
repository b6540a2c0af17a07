import { z } from 'zod'
import { canonical } from '../../shared/model/record-id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { hashOf } from '../sync/log.ts'
import type { Scope } from '../workspaces/scope.ts'

/** What is answered, as text, so that the same answer is the same to the byte. */
export type Answer = { status: 200 | 201 | 409; text: string }

/** draft-ietf-httpapi-idempotency-key-header: a quoted string; one without quotes is taken as well. */
export const IdempotencyKey = z.string().regex(/^(?:"[!#-~]{8,200}"|[!#-~]{8,200})$/)

/** A day is promised; two are kept, as a program that was down for one asks again a little later. */
const keptMs = 48 * 3_600_000

/**
 * The first answer again for the same request under the same key; another request under it is refused. It is kept in
 * the transaction that it tells of. A problem that changed nothing is not kept: it is found again.
 */
export async function once(
  scope: Scope,
  { key, request }: { key: string | undefined; request: unknown },
  now: Date,
  work: () => Promise<Outcome<Answer>>,
): Promise<Outcome<Answer>> {
  if (key === undefined) return work()
  const { tx, author } = scope
  const plain = key.replaceAll('"', '')
  const actor = author?.device ?? ''
  await tx
    .deleteFrom('api_answers')
    .where('scope', '=', scope.key)
    .where('at', '<', new Date(now.getTime() - keptMs).toISOString())
    .execute()
  const request_hash = hashOf(canonical(request))
  const before = await tx
    .selectFrom('api_answers')
    .select(['request_hash', 'status', 'body'])
    .where('scope', '=', scope.key)
    .where('actor', '=', actor)
    .where('key', '=', plain)
    .executeTakeFirst()
  if (before && before.request_hash !== request_hash) return fail('IDEMPOTENCY_KEY_REUSED')
  if (before) return ok({ status: before.status as Answer['status'], text: before.body }) // written from an Answer
  const answer = await work()
  if (answer.ok)
    await tx
      .insertInto('api_answers')
      .values({
        scope: scope.key,
        actor,
        key: plain,
        request_hash,
        status: answer.value.status,
        body: answer.value.text,
        at: now.toISOString(),
      })
      .execute()
  return answer
}
