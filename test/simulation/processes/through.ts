import { randomInt } from 'node:crypto'
import { afterAll, afterEach, beforeAll, test, vi } from 'vitest'
import { startPostgres } from '../../support/postgres.ts'
import { Cluster, type Kind } from './cluster.ts'
import { liveThrough } from './live.ts'
import { seeds } from './seeds.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

/** `PROCESS_RUNS` and `SEED` explore further; a seed that failed is printed and belongs into seeds.json. */
const runs = Number(process.env.PROCESS_RUNS ?? 25)
const first = process.env.SEED === undefined ? randomInt(2 ** 31) : Number(process.env.SEED)

export function throughProcesses(kind: Kind): void {
  let cluster: Cluster
  let stopPostgres = async () => {}
  beforeAll(async () => {
    if (kind === 'postgres') {
      const postgres = await startPostgres()
      process.env.TEST_POSTGRES = postgres.url
      stopPostgres = postgres.stop
    }
    cluster = await Cluster.start(kind)
  })
  afterAll(async () => {
    await cluster?.end()
    await stopPostgres()
  })

  const known = seeds.filter((seed) => seed.kind === kind)
  const share = Math.ceil(runs / 2)
  const fresh = Array.from({ length: share }, (_, place) => ({ seed: first + place, what: 'a new one' }))

  // One history that went wrong may have left servers behind that the next cannot use.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    await cluster.end()
    cluster = await Cluster.start(kind)
  })

  test.each([...known, ...fresh])(
    `through real processes on ${kind} (F01, F06, F15, F17, F37, F40, F41, F56), seed $seed: $what`,
    async ({ seed }) => {
      await liveThrough(cluster, seed)
    },
  )
}
