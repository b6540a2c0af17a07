import { maxResponseBytes, maxVisitBytes, maxVisitResponses } from '../../shared/capture-caps.ts'
import { newId } from '../../shared/model/id.ts'
import { answerKey } from '../connector-kit/answer.ts'
import type { Lookup } from '../connector-kit/lookup.ts'
import { partsOf } from '../connector-kit/match.ts'
import type { PageSnapshot } from '../connector-kit/material.ts'
import { realAddress } from '../connector-kit/practice.ts'
import { type HandedMaterial, type Plan, Refused, type Send } from '../messages.ts'
import { isWeb, type ResponseBody, type TapReport } from './report.ts'
import { sameList } from './same-list.ts'

/** What a visit needs from outside; the entrypoint hands it in. */
export type Surroundings = {
  send: Send
  /** Reads the page as it is rendered now; rows of the same lists that `former` had and that are gone by scrolling stay. */
  snapshot: (selectors: string[], former: PageSnapshot | null, lookups: Lookup[]) => Promise<PageSnapshot | null>
  page: () => { url: string; title: string; lang: string }
  /** The extension was updated, or the access withdrawn: nothing of ours may go on here. */
  stop: () => void
}

/** One visit to one page of an admin console: its material, kept here until the worker has answered for it. */
export type Visit = {
  add: (report: TapReport) => void
  /** The address of the same page changed in its query only. */
  moved: () => void
  /** Sends what there is, unless the worker has it already. Never throws; gives whether anything was new. */
  submit: () => Promise<boolean>
  /** Sends what is left with the page as it was last seen, then ends the session. */
  close: () => Promise<void>
}

export function openVisit(around: Surroundings): Visit {
  const session = newId()
  const responses: Kept = new Map()
  let { url, title, lang } = around.page()
  let page: PageSnapshot | null = null
  let pageUrl = url
  let [dropped, refused, revision] = [0, false, 0]
  let sent: string | null = null
  let plan = patiently(
    () => around.send('openSession', { session, url: realAddress(url), title: title.slice(0, 500) }),
    around.stop,
  )
  let running = Promise.resolve(false)
  let arriving = Promise.resolve()

  /**
   * A page that cannot be read (a broken document, a hostile one) still has its responses. What was read while the
   * address changed is of two pages, and of none.
   */
  async function look({ selectors, lookups }: Pick<Plan, 'selectors' | 'lookups'>): Promise<void> {
    const from = url
    if (around.page().url !== from) return
    const former = sameList(pageUrl, from) ? page : null
    const read = await around.snapshot(selectors, former, lookups).catch(() => null)
    if (around.page().url !== from || url !== from) return
    ;[page, pageUrl] = [read, from]
    ;({ title, lang } = around.page())
  }

  async function submitOnce(looking: boolean, widened = false): Promise<boolean> {
    const asked = await plan
    if (!asked?.read) return false
    if (looking) await look(asked)
    await arriving
    const state = `${revision} ${JSON.stringify([asked.responses, url, page])}`
    if (state === sent) return false
    const material = materialOf(realAddress(url), title, lang, wantedOf(responses, asked.responses), page)
    const next = await patiently(
      () => around.send('submitMaterial', { session, material, dropped, refused }),
      around.stop,
    )
    if (next === null) return false
    sent = state
    plan = Promise.resolve(next)
    // The named connector found nothing, so everything is asked for: that goes at once.
    if (!widened && JSON.stringify(next) !== JSON.stringify(asked)) await submitOnce(false, true)
    return true
  }

  const arrived = async (of: string, body: ResponseBody) => {
    const gone = await keep(responses, of, body)
    dropped += gone
  }

  /** One at a time: of two, the earlier could arrive last. */
  const submit = (looking: boolean): Promise<boolean> => {
    running = running.then(() => submitOnce(looking)).catch(() => false)
    return running
  }

  return {
    add(report) {
      revision++
      if (report.kind === 'refused') refused = true
      else if (report.kind === 'dropped') dropped++
      // One after the other: the later of two is the one to keep.
      else arriving = arriving.then(() => arrived(realAddress(report.url), report.body))
    },
    moved() {
      url = around.page().url
    },
    submit: () => submit(true),
    async close() {
      await submit(false)
      await around.send('endSession', { session }).catch(() => {})
    },
  }
}

/** How long to wait before asking again a worker that died before it answered: the next message starts it anew. */
const pauses = [100, 300, 1000, 3000, 9000]

/** The worker's answer, or null where it will not come. The material stays with the visit in either case. */
async function patiently<T>(ask: () => Promise<T>, stop: () => void): Promise<T | null> {
  for (const pause of [...pauses, null]) {
    try {
      return await ask()
    } catch (error) {
      const over = isOver(error)
      if (over) stop()
      if (over || pause === null || (error instanceof Refused && error.reason === 'shape')) return null
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return null
}

/** The access was withdrawn, or the extension updated, after which every call of this script fails for good. */
const isOver = (error: unknown): boolean =>
  error instanceof Refused
    ? error.reason === 'sender'
    : error instanceof Error && /context invalidated/i.test(error.message)

type Response = HandedMaterial['responses'][number]
type Kept = Map<string, Response>

/** The latest of each response, the newest last. Gives how many older ones had to go. */
async function keep(responses: Kept, url: string, body: ResponseBody): Promise<number> {
  if (!isWeb(url) || url.length > 8000 || sizeOf(body) > maxResponseBytes) return 1
  const begins = await beginningOf(body)
  // The browser has lost it.
  if (begins === null) return 1
  const key = answerKey(url, begins)
  responses.delete(key)
  responses.set(key, { url, body })
  let [gone, size] = [0, [...responses.values()].reduce((sum, kept) => sum + sizeOf(kept.body), 0)]
  for (const [oldest, kept] of responses) {
    if (size <= maxVisitBytes && responses.size <= maxVisitResponses) break
    responses.delete(oldest)
    size -= sizeOf(kept.body)
    gone++
  }
  return gone
}

const sizeOf = (body: ResponseBody): number => (typeof body === 'string' ? body.length : body.size)

const beginningOf = async (body: ResponseBody): Promise<string | null> =>
  typeof body === 'string'
    ? body.slice(0, 1000)
    : body
        .slice(0, 1000)
        .text()
        .catch(() => null)

const wantedOf = (responses: Kept, patterns: string[] | null): Response[] =>
  [...responses.values()].filter(
    ({ url }) => patterns === null || patterns.some((pattern) => partsOf(pattern, url) !== undefined),
  )

const materialOf = (
  url: string,
  title: string,
  lang: string,
  responses: Response[],
  page: PageSnapshot | null,
): HandedMaterial => ({
  url,
  title: title.slice(0, 500),
  lang: lang.slice(0, 35),
  at: new Date().toISOString(),
  responses,
  page,
})
