import { areas } from './areas.ts'
import { capture } from './capture.ts'
import { importing } from './import.ts'
import { inventory } from './inventory.ts'
import type { Row } from './measure.ts'
import { screens } from './screens.ts'
import { search } from './search.ts'
import { crowd } from './sync/crowd.ts'
import { syncLarge } from './sync/large.ts'
import { syncPostgres } from './sync/postgres.ts'
import { sync } from './sync.ts'
import { tap } from './tap.ts'
import { walk } from './walk.ts'

/** `npm run bench -- NAME [--json]`: medians and ranges of several runs, each beside a floor measured in the same run. */
const benchmarks: Record<string, () => Promise<Row[]>> = {
  walk,
  capture,
  tap,
  inventory,
  import: importing,
  search,
  screens,
  areas,
  sync,
  'sync-crowd': crowd,
  'sync-large': syncLarge,
  'sync-postgres': syncPostgres,
}

const [name = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
if (!benchmark) {
  console.error(`Which benchmark? npm run bench -- ${Object.keys(benchmarks).join(' | ')} [--json]`)
  process.exit(2)
}

const rows = await benchmark()
if (process.argv.includes('--json'))
  console.log(JSON.stringify({ benchmark: name, node: process.version, rows }, null, 1))
else
  console.table(
    rows.map(({ name: what, ms, floor, ratio, target }) => ({
      what,
      'median ms': ms.median,
      range: `${ms.min}–${ms.max}`,
      floor: floor ? `${floor.name}: ${floor.ms.median} (${floor.ms.min}–${floor.ms.max})` : '',
      ratio: ratio ?? '',
      ...(target === undefined ? {} : { target }),
    })),
  )
