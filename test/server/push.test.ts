import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ChangesResponse, Row } from '../../shared/sync.ts'
import { addOp, clientsOfBoth, observed, Writer } from '../support/ops.ts'
import { startServer, type TestDevice, type TestServer } from '../support/server.ts'

let server: TestServer
let ofA: string
let ofB: string
beforeEach(async () => {
  server = await startServer()
  ;({ ofA, ofB } = await clientsOfBoth(server))
})
afterEach(() => server.close())

const rowsOf = async (device: TestDevice, scope: string) => {
  const response = await device.get(`/v1/scopes/${scope}/changes`)
  const page = ChangesResponse.parse(await response.json())
  return { ...page, rows: page.rows.map((row) => Row.parse(row)) }
}

describe('a first push', () => {
  test('is applied, comes back in changes, and stays within its workspace', async () => {
    const writer = new Writer(server.a.device, ofA)
    const observation = await observed(ofA)
    expect(await writer.add(observation)).toMatchObject({ st: 'applied', at: 1 })
    expect(await writer.set({ rec: observation.rec, base: 1 }, 'seatsPurchased', 7)).toMatchObject({ at: 2 })
    const { rows, next, head, more } = await rowsOf(server.a.device, ofA)
    expect(rows.map((row) => [row.kind, row.rev])).toEqual([
      ['observation', 1],
      ['record', 2],
    ])
    expect({ next, head, more }).toEqual({ next: 2, head: 2, more: false })
    expect(rows[0]).toMatchObject({ value: observation })
    expect((await rowsOf(server.b.device, ofB)).rows).toEqual([])
    expect((await server.b.device.get(`/v1/scopes/${ofA}/changes`)).status).toBe(404)
    const nowhere = await server.b.device.get(`/v1/scopes/${randomUUID()}/changes`)
    expect(nowhere.status).toBe(404)
  })

  test('of 10,000 observations takes well under a second of server time', async () => {
    const writer = new Writer(server.a.device, ofA)
    const batches: string[] = []
    for (let batch = 0; batch < 50; batch++) {
      const ops = []
      for (let i = 0; i < 200; i++) ops.push(addOp(writer.next(), await observed(ofA, { key: `sku-${writer.n}` })))
      batches.push(JSON.stringify({ protocol: 1, schema: 1, device: writer.device, epoch: null, ops }))
    }
    const start = performance.now()
    for (const body of batches) {
      const response = await server.a.device.post(`/v1/scopes/${ofA}/push`, body)
      expect(response.status).toBe(200)
    }
    const ms = performance.now() - start
    console.log(`10,000 adds: ${Math.round(ms)} ms, ${Math.round(batches.join('').length / 1e4)} bytes each`)
    const t = performance.now()
    let after = 0
    for (let more = true; more; ) {
      const page = JSON.parse(
        await (await server.a.device.get(`/v1/scopes/${ofA}/changes?after=${after}&floor=1`)).text(),
      )
      after = page.next
      more = page.more
    }
    console.log(`changes: ${Math.round(performance.now() - t)} ms`)
    expect(after).toBe(10_000)
  })
})
