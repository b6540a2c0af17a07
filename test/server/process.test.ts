import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultConfig } from '../../server/config.ts'
import { addDevice } from '../../server/devices/store.ts'
import { startServer as startListening } from '../../server/listen.ts'
import { addWorkspace } from '../../server/workspaces/store.ts'
import type { Op } from '../../shared/sync.ts'
import { addOp, makeClient, observed, Writer } from '../support/ops.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { speaking, type TestDevice } from '../support/server.ts'
import { pullAll } from '../support/two-workspaces.ts'

// A process of its own takes its time to load on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let folder: string
const started: ServerProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stocktake-process-'))
})
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

async function start(environment: Record<string, string> = {}) {
  const server = await spawnServer({ DATA_DIR: folder, ...environment })
  started.push(server)
  return server
}

/** Two workspaces with a device each, made before the process starts. */
async function populate(): Promise<{ a: string; b: string; workspaces: string[] }> {
  const quiet = () => {}
  const running = await startListening({ ...defaultConfig(), port: 0, folder }, quiet)
  const { people } = running.database
  const join = async (name: string) => {
    const [workspace, member, person, now] = [randomUUID(), randomUUID(), randomUUID(), new Date()]
    const at = now.toISOString()
    await people
      .insertInto('people')
      .values({
        id: person,
        name,
        email: `${name}@example.com`,
        emailVerified: 1,
        image: null,
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    await people.transaction().execute((tx) => addWorkspace(tx, { id: workspace, name }, { member, person }, now))
    const { token } = await addDevice(people, { workspace, member, name }, randomBytes, now)
    return { workspace, token }
  }
  const a = await join('ash')
  const b = await join('birch')
  await running.stop()
  return { a: a.token, b: b.token, workspaces: [a.workspace, b.workspace] }
}

function deviceAt(url: string, token: string, workspace: string): TestDevice {
  const request = (path: string, init?: RequestInit) => fetch(new URL(path, url), init)
  return { id: '', token, workspace, ...speaking(request, token) }
}

describe('kill -9 during pushes (F15)', () => {
  test('every acknowledged op is there after the restart, the file is whole, and a repeated push adds nothing', async () => {
    const {
      a,
      b,
      workspaces: [ofA = '', ofB = ''],
    } = await populate()
    const first = await start()
    const device = deviceAt(first.url ?? '', a, ofA)
    const [client, other] = [await makeClient(device), await makeClient(deviceAt(first.url ?? '', b, ofB))]
    const writer = new Writer(device, client)
    const batches: Op[][] = []
    for (let batch = 0; batch < 30; batch++)
      batches.push(
        await Promise.all(
          Array.from({ length: 100 }, async () =>
            addOp(writer.next(), await observed(client, { key: `sku-${writer.n}` })),
          ),
        ),
      )
    const acked: string[] = []
    let dead = false
    const pushing = (async () => {
      for (const ops of batches) {
        const results = await writer.push(...ops)
        acked.push(...results.map(({ op }) => op))
        // In the middle of the next push, which is on its way when this returns.
        if (acked.length === 500) queueMicrotask(() => first.child.kill('SIGKILL'))
      }
    })().catch(() => {
      dead = true
    })
    await pushing
    expect(dead).toBe(true)
    await first.ended

    const file = new Sqlite(join(folder, 'stocktake.sqlite'), { readonly: true })
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    const stored = new Set(file.prepare('select op from log').pluck().all())
    expect(acked.length).toBeGreaterThanOrEqual(500)
    expect(acked.filter((op) => !stored.has(op))).toEqual([])
    file.close()

    const second = await start()
    const again = new Writer(deviceAt(second.url ?? '', a, ofA), client, writer.device)
    for (const ops of batches) await again.push(...ops)
    const { rows, head } = await pullAll(again.paired, client)
    expect([rows.length, head]).toEqual([3000, 3000])
    expect((await pullAll(deviceAt(second.url ?? '', b, ofB), other)).rows).toEqual([])
  })
})

describe('the process', () => {
  test('prints its address and, at the first start only, the token; keeps its secret to itself', async () => {
    const server = await start()
    expect(server.output()).toMatch(/listens on http:\/\/127\.0\.0\.1:\d+/)
    await expect.poll(server.output).toMatch(/give this token: [\w-]{43}/)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600)
    expect(server.output()).not.toContain(readFileSync(join(folder, 'session-secret'), 'utf8'))
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    await populate()
    const second = await start()
    await fetch(`${second.url}/healthz`)
    expect(second.output()).not.toContain('token')
  })

  test('finishes what it accepted when it is told to stop (F65)', async () => {
    const {
      a,
      workspaces: [ofA = ''],
    } = await populate()
    const server = await start()
    const device = deviceAt(server.url ?? '', a, ofA)
    const client = await makeClient(device)
    const pushes = Array.from({ length: 20 }, async () => {
      const writer = new Writer(device, client)
      const ops = await Promise.all(
        Array.from({ length: 50 }, async () => addOp(writer.next(), await observed(client, { key: randomUUID() }))),
      )
      return writer.send(ops).then(
        (response) => response.status,
        () => 'refused',
      )
    })
    await Promise.race(pushes)
    server.child.kill('SIGTERM')
    const answers = await Promise.all(pushes)
    expect(await server.ended).toBe(0)
    const file = new Sqlite(join(folder, 'stocktake.sqlite'), { readonly: true })
    const stored = Number(file.prepare("select count(*) from log where kind = 'add'").pluck().get())
    file.close()
    // All or nothing of each, and nothing answered that is not stored.
    expect(answers.every((answer) => answer === 200 || answer === 'refused')).toBe(true)
    expect(stored % 50).toBe(0)
    expect(stored).toBeGreaterThanOrEqual(answers.filter((answer) => answer === 200).length * 50)
  })

  test('a busy port, a database in use and a wrong configuration are one clear sentence each', async () => {
    const busy = createServer()
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve))
    const address = busy.address()
    const port = address && typeof address === 'object' ? String(address.port) : ''
    await start()
    const [onBusyPort, second, wrong] = await Promise.all([
      start({ PORT: port, DATA_DIR: join(folder, 'other') }),
      start(),
      start({ PORT: 'many' }),
    ])
    expect(onBusyPort.output().trim()).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program. Stop that one, or set PORT to another number.`,
    )
    expect(second.output()).toMatch(/^Another server is already using .*stocktake\.sqlite\. .*\n$/)
    expect(wrong.output()).toMatch(/not started.*PORT/s)
    for (const { ended } of [onBusyPort, second]) expect(await ended).toBe(1)
    expect(await wrong.ended).toBe(2)
    busy.close()
  })
})
