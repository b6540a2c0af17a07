import type { Uuid } from '../../shared/model/id.ts'
import { fail, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { applyPage } from './apply.ts'
import type { Answer, Server, Step } from './http.ts'
import { type FetchPage, onePage } from './pages.ts'
import { replay, resync } from './replay.ts'

/** Fetches and applies the next page of one scope. */
export async function pullStep(
  db: Database,
  server: Server,
  scope: Uuid,
  fetchPage: FetchPage = onePage(server, scope),
): Promise<Answer<Step>> {
  const asked = await db.scopes.get(scope)
  if (!asked) return ok('done')
  const answer = await fetchPage({ after: asked.cursor, floor: asked.floor })
  if (!answer.ok) {
    if (answer.problem.code === 'EPOCH') return replay(db, server, scope)
    if (answer.problem.code === 'RESYNC_REQUIRED') return resync(db, asked)
    return answer
  }
  const page = answer.value
  if (asked.epoch !== null && page.epoch !== asked.epoch) return replay(db, server, scope)
  // T15: a server that does not move the cursor, or moves it back, would be asked for ever.
  if (page.next < asked.cursor || (page.more && page.next === asked.cursor)) return fail('NOT_A_SERVER')
  await applyPage(db, asked, page)
  return ok(page.more ? 'more' : 'done')
}
