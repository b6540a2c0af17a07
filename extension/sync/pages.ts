import type { Uuid } from '../../shared/model/id.ts'
import { ChangesResponse, limits, protocol, schema } from '../../shared/sync.ts'
import { type Answer, ask, type Server } from './http.ts'

/** Where a page begins; with the same beginning it is the same question. */
export type Start = { after: number; floor: number }
export type FetchPage = (start: Start) => Promise<Answer<ChangesResponse>>

type Heard = (headers: Headers) => void

/** Asks for one page of a scope each time. */
export const onePage =
  (server: Server, scope: Uuid, limit: number = limits.changesRows) =>
  ({ after, floor }: Start, heard?: Heard): Promise<Answer<ChangesResponse>> => {
    const asked = { protocol, schema, after, floor, limit }
    const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
    const path = `/v1/scopes/${scope}/changes?${query}`
    return ask(server, { path, schema: ChangesResponse, ...(heard && { heard }) })
  }

type Coming = { start: Start; answer: Promise<Answer<ChangesResponse>>; following: Promise<Start | undefined> }

/**
 * The same for all pages of a download, each asked for while the one before it is read and applied: so it waits for the
 * server once, and not at every page. Never more than one is on its way beside the one in hand; one that is not the one
 * wanted next, because something moved the cursor meanwhile, is dropped.
 */
export function pagesAhead(server: Server, scope: Uuid, limit?: number): FetchPage {
  const page = onePage(server, scope, limit)
  let next: Coming | undefined
  const asking = (start: Start): Coming => {
    let heard: Heard = () => {}
    const following = new Promise<Start | undefined>((resolve) => {
      heard = (headers) => resolve(followingOf(headers, start))
    })
    return { start, following, answer: page(start, heard) }
  }
  return (start) => {
    const isNext = next?.start.after === start.after && next.start.floor === start.floor
    const coming = isNext && next ? next : asking(start)
    next = undefined
    void coming.following.then((found) => {
      if (found) next = asking(found)
    })
    return coming.answer
  }
}

/** RFC 8288: a server that knows what follows says so in the answer's head. It only ever leads on (T15). */
function followingOf(headers: Headers, { after }: Start): Start | undefined {
  const query = /^<\?([^>]*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
  const asked = new URLSearchParams(query)
  const next = { after: Number(asked.get('after')), floor: Number(asked.get('floor')) }
  return Number.isSafeInteger(next.after) && Number.isSafeInteger(next.floor) && next.after > after ? next : undefined
}
