import { describe, expect, test } from 'vitest'
import { createClient } from '../../extension/records/clients.ts'
import { onePage, pagesAhead, type Start } from '../../extension/sync/pages.ts'
import { pullStep } from '../../extension/sync/pull.ts'
import { newId } from '../../shared/model/id.ts'
import { accept } from '../support/accepted.ts'
import { pairedDevice } from '../support/paired.ts'
import { startServer } from '../support/server.ts'
import { sightingOf } from '../support/sightings.ts'

const epoch = newId()

/** A server of ten numbers, two a page, whose bodies come when the test lets them. */
function tenNumbers(link = (next: Start) => `<?after=${next.after}&floor=${next.floor}>; rel="next"`) {
  const asked: number[] = []
  const bodies: (() => void)[] = []
  const fetch = async (input: Parameters<typeof globalThis.fetch>[0]): Promise<Response> => {
    const after = Number(new URL(String(input)).searchParams.get('after'))
    asked.push(after)
    const next = { after: after + 2, floor: 10 }
    const more = next.after < 10
    const page = { epoch, rows: [{ rev: after + 1 }, { rev: after + 2 }], next: next.after, more, head: 10, purged: 0 }
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        bodies.push(() => {
          stream.enqueue(new TextEncoder().encode(JSON.stringify(page)))
          stream.close()
        })
      },
    })
    return new Response(body, { headers: { 'content-type': 'application/json', ...(more && { link: link(next) }) } })
  }
  const pages = pagesAhead({ url: 'https://x.example', fetch }, newId(), 2)
  /** Lets the body of this request come. */
  const send = (nr: number) => bodies[nr]?.()
  return { asked, pages, send }
}

describe('R8: a download', () => {
  test('asks for the next page while it has the one before in hand, and never for more than that', async () => {
    const { asked, pages, send } = tenNumbers()
    const first = pages({ after: 0, floor: 0 })
    await expect.poll(() => asked).toEqual([0, 2])
    send(1)
    // The second has come whole before the first has been read: the third is not asked for.
    send(0)
    expect(await first).toMatchObject({ ok: true, value: { next: 2, more: true } })
    expect(asked).toEqual([0, 2])
    const second = pages({ after: 2, floor: 10 })
    expect(await second).toMatchObject({ ok: true, value: { next: 4 } })
    await expect.poll(() => asked).toEqual([0, 2, 4])
  })

  test('drops what it has asked for where something else has moved the cursor or the floor', async () => {
    const { asked, pages, send } = tenNumbers()
    const first = pages({ after: 0, floor: 0 })
    await expect.poll(() => asked).toEqual([0, 2])
    send(0)
    await first
    const other = pages({ after: 6, floor: 10 })
    await expect.poll(() => asked).toEqual([0, 2, 6, 8])
    send(2)
    expect(await other).toMatchObject({ ok: true, value: { next: 8 } })
    const otherFloor = pages({ after: 8, floor: 4 })
    await expect.poll(() => asked).toEqual([0, 2, 6, 8, 8])
    send(4)
    expect(await otherFloor).toMatchObject({ ok: true, value: { more: false } })
  })

  test.each([
    ['back to where it was', () => '<?after=0&floor=0>; rel="next"'],
    ['elsewhere', () => '<https://evil.example/?after=2&floor=10>; rel="next"'],
    ['to no number', () => '<?after=x&floor=10>; rel="next"'],
    ['to nothing', () => 'next'],
  ])('T15: is not led %s', async (_, link) => {
    const { asked, pages, send } = tenNumbers(link)
    const first = pages({ after: 0, floor: 0 })
    await expect.poll(() => asked).toEqual([0])
    send(0)
    expect(await first).toMatchObject({ ok: true, value: { next: 2 } })
    expect(asked).toEqual([0])
  })

  test('C4, I1: brings all of it, whoever writes and pulls in between', async () => {
    const server = await startServer()
    const [one, two] = [await pairedDevice(server, server.a), await pairedDevice(server, server.a)]
    const client = await createClient(one.db, 'Acme')
    await one.sync()
    await two.sync()
    let key = 0
    const accepted = async (times: number) => {
      for (let nr = 0; nr < times; nr++) await accept(one.db, sightingOf({ product: 'Desk' }, { key: `sku-${key++}` }))
      await one.sync()
    }
    await accepted(7)
    const pages = pagesAhead(two.server, client, 2)
    const step = () => pullStep(two.db, two.server, client, pages)
    await step()
    // The page that is on its way does not know of these, and another context takes it first.
    await accepted(3)
    await pullStep(two.db, two.server, client, onePage(two.server, client, 3))
    for (let nr = 0; nr < 6; nr++) await step()
    const seen = (await two.db.observations.toArray()).filter(({ scope }) => scope === client).map(({ rev }) => rev)
    expect(seen.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    await server.close()
  })
})
