import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openVisit, type Surroundings } from '../../extension/capture/visit.ts'
import { type Plan, Refused, type Send } from '../../extension/messages.ts'
import { maxResponseBytes, maxVisitBytes } from '../../shared/capture-caps.ts'

const all: Plan = { read: true, responses: null, selectors: [], lookups: [] }
const named: Plan = { read: true, responses: ['api.example.com/seats'], selectors: [], lookups: [] }
type Said = { name: string; body: Record<string, unknown>; responses: [url: string, text: string][] }
type Answerer = (name: string) => unknown

/** A visit whose worker answers as the test says; an Error is what the browser throws where the worker died. */
function visitWith(answer: Answerer, more: Partial<Surroundings> = {}) {
  const said: Said[] = []
  const send: Send = async (name, body) => {
    const handed = 'material' in body ? body.material.responses : []
    const responses = handed.map(
      async ({ url, body }): Promise<[string, string]> => [url, typeof body === 'string' ? body : await body.text()],
    )
    said.push({ name, body, responses: await Promise.all(responses) })
    const given = answer(name)
    if (given instanceof Error) throw given
    // The test gives what the schema of this name says.
    return given as never
  }
  const stop = vi.fn()
  const at = { url: 'https://admin.example.com/seats', title: 'Seats', lang: 'en' }
  const around: Surroundings = { send, snapshot: async () => null, page: () => at, stop, ...more }
  return { visit: openVisit(around), said, stop, at }
}

const response = (text: string, url = 'https://api.example.com/seats') =>
  ({ kind: 'response', url, body: new Blob([text]) }) as const
const responsesOf = ({ responses }: Said) => responses
const submitted = (said: Said[]) => said.filter(({ name }) => name === 'submitMaterial')

const realImmediate = setImmediate
beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())
/** Blobs are read beside the clock that the test holds, so it goes on until all is said. */
const settled = async <T>(promise: Promise<T>): Promise<T> => {
  let over = false
  void promise.finally(() => {
    over = true
  })
  while (!over) {
    await vi.advanceTimersByTimeAsync(20_000)
    await new Promise<void>((resolve) => realImmediate(resolve))
  }
  return promise
}

describe('a visit', () => {
  test('sends the latest text of each address, and nothing again that the worker has', async () => {
    const { visit, said } = visitWith((name) => (name === 'endSession' ? {} : all))
    visit.add(response('1'))
    visit.add(response('2'))
    visit.add(response('3', 'https://api.example.com/users'))
    expect(await settled(visit.submit())).toBe(true)
    expect(await settled(visit.submit())).toBe(false)
    expect(submitted(said).map(responsesOf)).toEqual([
      [
        ['https://api.example.com/seats', '2'],
        ['https://api.example.com/users', '3'],
      ],
    ])
  })

  test('keeps what was asked apart where one address answers every query', async () => {
    const { visit, said } = visitWith(() => all)
    const texts = ['{"data":{"account":1}}', '{"data":{"users":[1]}}', '{ "data": { "users": [2] } }']
    for (const text of texts) visit.add(response(text))
    await settled(visit.submit())
    expect(submitted(said).flatMap(responsesOf)).toEqual([
      ['https://api.example.com/seats', texts[0]],
      ['https://api.example.com/seats', texts[2]],
    ])
  })

  test('keeps all of it until a worker that died has been asked again and answers', async () => {
    let deaths = 3
    const { visit, said } = visitWith((name) =>
      name === 'submitMaterial' && deaths-- > 0 ? new Error('message port closed') : all,
    )
    visit.add(response('1'))
    expect(await settled(visit.submit())).toBe(true)
    expect(submitted(said)).toHaveLength(4)
    expect(new Set(submitted(said).map((each) => JSON.stringify(responsesOf(each)))).size).toBe(1)
  })

  test('after giving up, the next change sends everything', async () => {
    let dead = true
    const { visit, said } = visitWith((name) => (name === 'submitMaterial' && dead ? new Error('gone') : all))
    visit.add(response('1'))
    expect(await settled(visit.submit())).toBe(false)
    dead = false
    visit.add(response('3', 'https://api.example.com/users'))
    expect(await settled(visit.submit())).toBe(true)
    expect(submitted(said).map(responsesOf).at(-1)).toHaveLength(2)
  })

  test('sends only what a named connector asks for, and all of it where that found nothing', async () => {
    const plans = [named, all, all]
    const { visit, said } = visitWith(() => plans.shift() ?? all)
    visit.add(response('1'))
    visit.add(response('3', 'https://api.example.com/telemetry'))
    await settled(visit.submit())
    expect(submitted(said).map((each) => responsesOf(each).length)).toEqual([1, 2])
  })

  test('sends nothing where nothing is read', async () => {
    const { visit, said } = visitWith(() => ({ ...all, read: false }))
    visit.add(response('1'))
    await settled(visit.submit())
    expect(submitted(said)).toEqual([])
  })

  test.each([
    ['the access was withdrawn', new Refused('sender')],
    ['the extension was updated', new Error('Extension context invalidated.')],
  ])('stops for good when %s', async (_why, error) => {
    const { visit, stop } = visitWith((name) => (name === 'submitMaterial' ? error : all))
    visit.add(response('1'))
    await settled(visit.submit())
    expect(stop).toHaveBeenCalled()
  })

  test('does not insist on what the worker calls malformed', async () => {
    const { visit, said, stop } = visitWith((name) => (name === 'submitMaterial' ? new Refused('shape') : all))
    visit.add(response('1'))
    await settled(visit.submit())
    expect(submitted(said)).toHaveLength(1)
    expect(stop).not.toHaveBeenCalled()
  })

  test('holds no more than a message can carry, and says how much it left out', async () => {
    const { visit, said } = visitWith(() => all)
    const large = 'x'.repeat(maxResponseBytes)
    for (let at = 0; at < 5; at++) visit.add(response(large, `https://api.example.com/${at}`))
    visit.add(response(`${large}x`, 'https://api.example.com/larger'))
    visit.add({ kind: 'dropped', url: 'https://api.example.com/dropped' })
    await settled(visit.submit())
    const [one] = submitted(said)
    expect(one && responsesOf(one).reduce((sum, [, text = '']) => sum + text.length, 0)).toBeLessThanOrEqual(
      maxVisitBytes,
    )
    expect(one && responsesOf(one).map(([url]) => url)).toEqual([2, 3, 4].map((at) => `https://api.example.com/${at}`))
    expect(one?.body.dropped).toBe(4)
  })

  test('an address that is no web address is nothing', async () => {
    const { visit, said } = visitWith(() => all)
    visit.add(response('1', 'blob:https://api.example.com/1'))
    visit.add(response('1', 'chrome-extension://x/1'))
    await settled(visit.submit())
    expect(submitted(said).flatMap(responsesOf)).toEqual([])
  })

  test('keeps every page of a list that goes on at one address, and the latest of each', async () => {
    const { visit, said } = visitWith(() => all)
    const next = 'https://api.example.com/2/team/members/list/continue_v2'
    const page = (id: string, more: string) =>
      `{"members": [{"profile": {"team_member_id": "${id}"}}], "more": ${more}}`
    visit.add(response(page('m1', 'true'), 'https://api.example.com/2/team/members/list_v2'))
    for (const [id, more] of [
      ['m2', 'true'],
      ['m3', 'false'],
      ['m2', 'true'],
    ] as const)
      visit.add(response(page(id, more), next))
    await settled(visit.submit())
    expect(
      submitted(said)
        .flatMap(responsesOf)
        .map(([, text]) => /m\d/.exec(text)?.[0]),
    ).toEqual(['m1', 'm3', 'm2'])
  })

  test('what was read while the address changed is of two pages, and of none', async () => {
    const shown = { headings: ['Seats'], blocks: [], selections: {} }
    let meanwhile = () => {}
    const snapshot = async () => {
      meanwhile()
      return shown
    }
    const { visit, said, at } = visitWith(() => all, { snapshot })
    const pages = () => submitted(said).map(({ body }) => (body as { material: { page: unknown } }).material.page) // as openVisit made it
    meanwhile = () => {
      at.url = 'https://admin.example.com/users'
    }
    await settled(visit.submit())
    expect(pages()).toEqual([null])
    // Told of the change, it reads the page that is there now.
    meanwhile = () => {}
    visit.moved()
    await settled(visit.submit())
    expect(pages()).toEqual([null, shown])
  })

  test('closing sends what is left and ends the session', async () => {
    const { visit, said } = visitWith((name) => (name === 'endSession' ? {} : all))
    visit.add(response('1'))
    await settled(visit.close())
    expect(said.map(({ name }) => name)).toEqual(['openSession', 'submitMaterial', 'endSession'])
  })
})
