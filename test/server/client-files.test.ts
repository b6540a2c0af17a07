import { readdirSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PurgeReceipt } from '../../server/clients/purge.ts'
import type { Tables } from '../../server/workspaces/scope.ts'
import { ClientArchive } from '../../shared/client-archive.ts'
import { csv } from '../../shared/csv.ts'
import { testFolder } from '../support/folder.ts'
import { operate } from '../support/operator.ts'
import { addOp, makeClient, observed, Writer } from '../support/ops.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { codeOf } from '../support/two-workspaces.ts'

const folder = testFolder()
let server: TestServer
let client: string
let other: string
let ofB: string
beforeEach(async () => {
  server = await startServer(folder.at('live', 'stocktake.sqlite'))
  client = await makeClient(server.a.device, 'Canary Industries')
  other = await makeClient(server.a.device, 'Heron Holdings')
  ofB = await makeClient(server.b.device, 'Bolt')
  for (const [device, scope, product] of [
    [server.a.device, client, 'Canary Suite'],
    [server.a.device, other, 'Heron Suite'],
    [server.b.device, ofB, 'Bolt Suite'],
  ] as const) {
    const writer = new Writer(device, scope)
    const seen = await observed(scope, {
      fields: { product, seatsPurchased: 7, unitPrice: { minor: -123456, currency: 'EUR' } },
      evidence: Object.fromEntries(
        ['product', 'seatsPurchased', 'unitPrice'].map((field) => [
          field,
          { source: 'json', locator: '$', excerpt: product, confidence: 'high' } as const,
        ]),
      ),
      key: `${product} key`,
    })
    await writer.push(addOp(writer.next(), seen))
    await writer.set({ rec: seen.rec, base: 1 }, 'plan', `=HYPERLINK("http://evil.example","${product}")`)
  }
})
afterEach(() => server.close())
const live = () => ({ DATA_DIR: folder.at('live') })
const logOf = (id: string) =>
  server.database.people
    .withTables<Tables>()
    .selectFrom('log')
    .innerJoin('scopes', 'scopes.scope', 'log.scope')
    .select(['log.kind', 'log.payload', 'log.member'])
    .where('scopes.id', '=', id)
    .orderBy('nr')
    .execute()

describe('export', () => {
  test('holds everything of one client and nothing of another, with a row in its chain (T19)', async () => {
    const before = (await logOf(client)).length
    const { exit, said } = await operate(['export', '--client', client, '--to', folder.at('out')], live())
    expect(exit).toBe(0)
    const files = readdirSync(folder.at('out')).sort()
    expect(files).toHaveLength(2)
    for (const file of files) {
      expect(file).toMatch(new RegExp(`^Canary-Industries-${client.slice(0, 8)}-.*\\.(json|csv)$`))
      expect(said).toContain(file)
    }
    const text = files.map((file) => readFileSync(folder.at('out', file), 'utf8')).join('\n')
    expect(text).toContain('Canary Suite')
    expect(text).not.toMatch(/Heron|Bolt/)
    const json = JSON.parse(readFileSync(folder.at('out', files.find((file) => file.endsWith('.json')) ?? ''), 'utf8'))
    expect(json).toMatchObject({ client: { id: client, name: 'Canary Industries' }, head: 2, conflicts: [] })
    expect([json.records.length, json.observations.length]).toEqual([1, 1])
    const read = ClientArchive.parse(json)
    expect(read.records[0]?.seen).toEqual([
      { observation: read.observations[0]?.id, fields: ['product', 'seatsPurchased', 'unitPrice'] },
    ])
    const rows = (await logOf(client)).slice(before)
    expect(rows).toMatchObject([{ kind: 'client-exported', member: null }])
    expect((await operate(['export', '--client', client, '--to', folder.at('out')], live())).exit).toBe(1)
  })

  test('has no formula in its tables, and numbers stay numbers (T33, F54)', async () => {
    await operate(['export', '--client', client, '--to', folder.at('out')], live())
    const file = readdirSync(folder.at('out')).find((name) => name.endsWith('.csv')) ?? ''
    const text = readFileSync(folder.at('out', file), 'utf8')
    const [head = [], row = []] = Papa.parse<string[]>(text.replace('\uFEFF', '')).data
    const cell = (column: string) => row[head.indexOf(column)]
    expect(cell('plan')).toBe(`'=HYPERLINK("http://evil.example","Canary Suite")`)
    expect([cell('unitPrice'), cell('unitPrice currency'), cell('seatsPurchased')]).toEqual(['-1234.56', 'EUR', '7'])
    expect(text).toMatch(/,-1234\.56,/)
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1', '＋1', '－1', '＠x', '\tx'])(
    '%j is a text that stays one',
    (payload) => {
      const [[cell] = []] = Papa.parse<string[]>(csv([[payload]]).replace('\uFEFF', ''), { newline: '\r\n' }).data
      expect(cell).toBe(`'${payload}`)
    },
  )

  test('by its route is for owners and admins, and says who took it', async () => {
    const response = await server.a.device.post(`/v1/clients/${client}/export`, {})
    expect(response.headers.get('content-disposition')).toContain('Canary-Industries')
    expect(await response.text()).not.toMatch(/Heron|Bolt/)
    expect((await logOf(client)).at(-1)).toMatchObject({ kind: 'client-exported', member: server.a.member })
    await server.database.people.updateTable('members').set({ role: 'consultant' }).execute()
    expect(await codeOf(await server.a.device.post(`/v1/clients/${client}/export`, {}))).toEqual({
      status: 403,
      code: 'FORBIDDEN',
    })
  })
})

describe('audit', () => {
  test('writes the log of one client a row a line', async () => {
    const { exit, said } = await operate(['audit', '--client', client], live())
    const rows = said.split('\n').map((line) => JSON.parse(line) as { nr: number; kind: string })
    expect([exit, rows.map(({ nr, kind }) => [nr, kind])]).toEqual([
      0,
      [
        [1, 'add'],
        [2, 'set'],
      ],
    ])
    expect(said).not.toMatch(/Heron|Bolt/)
    expect((await operate(['audit', '--client', server.a.id], live())).exit).toBe(1)
    expect((await operate(['audit'], live())).exit).toBe(2)
  })
})

describe('purge (T39)', () => {
  const bytes = () =>
    readdirSync(folder.at('live'))
      .filter((name) => name.startsWith('stocktake.sqlite'))
      .map((name) => readFileSync(folder.at('live', name), 'latin1'))
      .join('')

  test('leaves no byte of the client in the files, a receipt in the workspace’s chain, and all others as they were', async () => {
    expect(bytes()).toContain('Canary')
    const { exit, said } = await operate(['purge', '--client', client, '--confirm', client], live())
    expect(exit).toBe(0)
    const receipt = PurgeReceipt.parse(JSON.parse(said))
    expect(receipt).toMatchObject({ client, workspace: server.a.id, by: null, logged: 2 })
    expect(receipt.rows).toMatchObject({ log: 2, records: 1, rows: 2, numbers: 1 })
    expect(bytes()).not.toContain('Canary')
    for (const kept of ['Heron Suite', 'Bolt Suite', 'Heron Holdings']) expect(bytes()).toContain(kept)
    const note = (await logOf(server.a.id)).find(({ kind }) => kind === 'client-purged')
    expect(JSON.parse(note?.payload ?? '')).toMatchObject({ client, chain: receipt.chain, 'rows.log': 2 })
    expect((await operate(['verify'], live())).exit).toBe(0)
    expect((await operate(['purge', '--client', client, '--confirm', client], live())).exit).toBe(1)
  })

  test('is told to its members as gone, to others as nowhere, and to devices as a workspace to download anew', async () => {
    const before = (await (await server.a.device.get('/v1/scopes')).json()) as {
      scopes: { id: string; head: number }[]
    }
    const response = await server.a.device.post(`/v1/clients/${client}/purge`, { confirm: client })
    expect(PurgeReceipt.parse(await response.json()).by).toBe(server.a.member)
    const push = () => new Writer(server.a.device, client).send([{ op: crypto.randomUUID(), n: 1 }])
    expect(await codeOf(await push())).toEqual({ status: 410, code: 'SCOPE_GONE' })
    expect(await codeOf(await server.a.device.get(`/v1/clients/${client}/inventory`))).toMatchObject({ status: 410 })
    expect(await codeOf(await server.b.device.get(`/v1/clients/${client}/inventory`))).toMatchObject({ status: 404 })
    const listed = await (await server.a.device.get('/v1/scopes')).text()
    expect([listed.includes(client), listed.includes(other)]).toEqual([false, true])
    const cursor = before.scopes.find(({ id }) => id === server.a.id)?.head
    const asked = `/v1/scopes/${server.a.id}/changes?protocol=1&schema=4&after=${cursor}&floor=${cursor}`
    expect(await codeOf(await server.a.device.get(asked))).toEqual({ status: 410, code: 'RESYNC_REQUIRED' })
    const anew = await server.a.device.get(`/v1/scopes/${server.a.id}/changes?protocol=1&schema=4`)
    expect(await anew.text()).not.toContain('Canary')
  })

  test('asks for the name, and does nothing where it is another one or nobody can be asked', async () => {
    const args = ['purge', '--client', client]
    expect(await operate(args, live())).toMatchObject({
      exit: 2,
      warned: expect.stringContaining('Nothing was purged'),
    })
    expect((await operate(args, live(), 'Heron Holdings')).exit).toBe(1)
    expect((await operate([...args, '--confirm', other], live(), 'Canary Industries')).exit).toBe(2)
    const slip = await server.a.device.post(`/v1/clients/${client}/purge`, { confirm: other })
    expect(await codeOf(slip)).toMatchObject({ status: 422 })
    expect(bytes()).toContain('Canary')
    expect((await operate(args, live(), 'Canary Industries')).exit).toBe(0)
    expect(bytes()).not.toContain('Canary')
  })
})
