import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { emptyRecord, foldObservation } from '../../shared/inventory/fold.ts'
import { Inventory } from '../../shared/inventory/inventory.ts'
import { editsOf, priceHistory } from '../../shared/inventory/money/price-history.ts'
import { Rates } from '../../shared/inventory/money/rates.ts'
import { namesFrom } from '../../shared/inventory/names.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import { risesFrom } from '../../shared/inventory/rises.ts'
import type { Observation } from '../../shared/model/observation.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import { isIncludedIn } from '../../shared/vendor-directory/microsoft-plans.ts'
import { largeClient, observationOf } from './large-client.ts'
import { figure, type Row, timed } from './measure.ts'

const today = '2026-11-27'
const rates = new Rates([
  { id: '1', values: { on: today, base: 'EUR', rates: { USD: '1.0827', GBP: '0.8412' }, source: 'ECB', kind: 'spot' } },
])

/** What a client's whole inventory costs to make, and what one more observation costs. Times are by the clock, in Node. */
export async function inventory(): Promise<Row[]> {
  const sizes = [10_000, 25_000, 50_000, 100_000]
  const slope: Row[] = []
  for (const size of sizes) {
    const { records, observations } = largeClient(size, size, size)
    const ms = figure(await several(3, () => built(records, observations)))
    const each = figure([(ms.median / size) * 1000])
    slope.push({ name: `${size.toLocaleString('en')} subscriptions with a seat each: whole`, ms, target: '' })
    slope.push({ name: '  of it for 1,000 subscriptions', ms: each, target: 'the same' })
  }
  return [...(await whole()), ...slope]
}

async function whole(): Promise<Row[]> {
  const { records, observations } = largeClient(10_000, 100_000, 36_000)
  const ms = figure(await several(5, () => built(records, observations)))
  const made = built(records, observations)
  const found = made.findings().length
  if (found === 0) throw new Error('Nothing was found.')
  const seat = figure(await following(made, records, 'assignment', 10_000))
  const bought = figure(await following(made, records, 'subscription', 0))
  return [
    {
      name: `10,000 subscriptions, 100,000 seats, 36,000 observations: inventory, total and ${found} findings`,
      ms,
      target: '≤ 1,000 ms',
    },
    { name: 'the heap with records, observations and inventory, MB', ms: figure([heap()]), target: '≤ 300' },
    { name: 'one more observation of a seat: folded, findings and total', ms: seat, target: '≤ 5 ms' },
    { name: 'one more observation of a subscription', ms: bought, target: '≤ 5 ms' },
  ]
}

export function built(records: InventoryRecord[], observations: Map<string, Observation[]>): Inventory {
  const byId = new Map(records.flatMap((record) => (record.type === 'subscription' ? [[record.id, record]] : [])))
  const made = new Inventory(records, {
    today,
    client: { currency: 'EUR', domains: ['contoso.example'] },
    names: namesFrom([], resolveVendor),
    rates,
    isIncluded: isIncludedIn,
    risesOf: (id) =>
      risesFrom(
        priceHistory(observations.get(id) ?? [], editsOf(byId.get(id) ?? emptyRecord(id, 'subscription'))),
        today,
      ),
  })
  made.findings()
  made.annual()
  return made
}

/** One observation after the other, each of another thing. */
async function following(
  made: Inventory,
  records: InventoryRecord[],
  type: 'assignment' | 'subscription',
  from: number,
) {
  const samples: number[] = []
  for (let at = 0; at < 200; at++) {
    const before = records[from + at * 7]
    if (before?.type !== type) throw new Error('not a record of this type')
    const observation = { ...observationOf(type, at * 7, 9), rec: before.id }
    samples.push(
      await timed(() => {
        if (!made.put(foldObservation(before, observation, 2))) throw new Error('It was not followed.')
        if (made.annualSum === undefined) throw new Error('There is no total.')
      }),
    )
  }
  return samples
}

async function several(times: number, work: () => unknown): Promise<number[]> {
  work()
  const samples: number[] = []
  for (let run = 0; run < times; run++) samples.push(await timed(work))
  return samples
}

function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1024 / 1024
}
