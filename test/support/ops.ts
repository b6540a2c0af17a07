import { randomUUID } from 'node:crypto'
import type { Uuid } from '../../shared/model/id.ts'
import { type Observation, observe, type Sighting } from '../../shared/model/observation.ts'
import { type Op, PushResponse, protocol, schema } from '../../shared/sync.ts'
import type { TestDevice, TestServer } from './server.ts'

/** What a capture might show about one subscription. */
export const sightingOf = (change: Partial<Sighting> & { seats?: number } = {}): Sighting => {
  const { seats = 5, ...rest } = change
  return {
    type: 'subscription',
    key: 'sku-1',
    vendor: 'example.com',
    vendorAccount: { vendor: 'example.com', id: 'tenant-1', name: 'Tenant One' },
    fields: { product: 'Office Suite', seatsPurchased: seats },
    evidence: {
      product: { source: 'json', locator: '$.items[0].name', excerpt: 'Office Suite', confidence: 'high' },
      seatsPurchased: { source: 'json', locator: '$.items[0].seats', excerpt: String(seats), confidence: 'high' },
    },
    capture: {
      id: randomUUID(),
      at: '2026-02-01T10:00:00Z',
      url: 'https://admin.example.com/billing',
      connector: { id: 'example', version: 1 },
    },
    ...rest,
  }
}

const at = '2026-02-01T10:00:01Z'

export const addOp = (n: number, observation: Observation, base = 0): Op => ({
  op: randomUUID(),
  n,
  kind: 'add',
  rec: observation.rec,
  type: observation.sighting.type,
  base,
  at,
  value: observation,
})
type Edited = { rec: Uuid; type?: Op['type']; base?: number }
const common = (n: number, { rec, type = 'subscription', base = 0 }: Edited) => ({
  op: randomUUID(),
  n,
  rec,
  type,
  base,
  at,
})
export const setOp = (n: number, on: Edited, field: string, value: Extract<Op, { kind: 'set' }>['value']): Op => ({
  ...common(n, on),
  kind: 'set',
  field,
  value,
})
export const unsetOp = (n: number, on: Edited, field: string): Op => ({ ...common(n, on), kind: 'unset', field })
export const delOp = (n: number, on: Edited): Op => ({ ...common(n, on), kind: 'del' })
export const undelOp = (n: number, on: Edited): Op => ({ ...common(n, on), kind: 'undel' })

/** One writer of one scope: numbers its ops as a device does. */
export class Writer {
  n = 0
  constructor(
    readonly paired: TestDevice,
    readonly scope: Uuid,
    readonly device: Uuid = randomUUID(),
    public epoch: Uuid | null = null,
  ) {}

  next = (): number => ++this.n

  send = (ops: unknown[], change: Record<string, unknown> = {}): Promise<Response> =>
    this.paired.post(`/v1/scopes/${this.scope}/push`, {
      protocol,
      schema,
      device: this.device,
      epoch: this.epoch,
      ops,
      ...change,
    })

  /** Pushes and expects to be answered with results. */
  push = async (...ops: Op[]): Promise<PushResponse['results']> => {
    const response = await this.send(ops)
    const body: unknown = await response.json()
    if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`)
    return PushResponse.parse(body).results
  }

  set = (on: Edited, field: string, value: Extract<Op, { kind: 'set' }>['value']) =>
    this.push(setOp(this.next(), on, field, value)).then(only)
  del = (on: Edited) => this.push(delOp(this.next(), on)).then(only)
  undel = (on: Edited) => this.push(undelOp(this.next(), on)).then(only)
  add = (observation: Observation, base = 0) => this.push(addOp(this.next(), observation, base)).then(only)
}

function only<T>(results: T[]): T {
  const [first] = results
  if (first === undefined || results.length > 1) throw new Error(`${results.length} results for one op`)
  return first
}

/** A client of the workspace, made as a device makes it; its id is the scope of all that is the client's. */
export async function makeClient(device: TestDevice, name = 'Acme'): Promise<Uuid> {
  const client = randomUUID()
  await new Writer(device, device.workspace).set({ rec: client, type: 'client' }, 'name', name)
  return client
}

export const observed = (client: Uuid, change: Parameters<typeof sightingOf>[0] = {}): Promise<Observation> =>
  observe(client, sightingOf(change))

/** A client in each workspace: no test stands on one workspace alone. */
export const clientsOfBoth = async (server: TestServer) => ({
  ofA: await makeClient(server.a.device, 'Acme'),
  ofB: await makeClient(server.b.device, 'Bolt'),
})
