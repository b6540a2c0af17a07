import { parseArgs } from 'node:util'
import { run } from '../run/count.ts'

/**
 * `npm run simulate -- --runs N --seed S [--processes N]`: histories in one process, and, where asked for, through real
 * server processes on SQLite and PostgreSQL. A seed that fails is printed, and belongs into the list beside the tests.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    processes: { type: 'string', default: '0' },
    seed: { type: 'string' },
  },
})
const counts = [values.runs, values.processes, values.seed ?? '0'].map(Number)
if (!counts.every(Number.isSafeInteger)) {
  console.error('npm run simulate -- --runs N [--processes N] [--seed S]: each a whole number.')
  process.exit(2)
}
const env = {
  HISTORIES: values.runs,
  ...(counts[1] ? { PROCESS_RUNS: values.processes } : {}),
  ...(values.seed === undefined ? {} : { SEED: values.seed }),
}
const inProcess = counts[0] ? ['test/simulation/first-half', 'test/simulation/second-half'] : []
const processes = counts[1] ? ['test/simulation/processes'] : []
process.exitCode = await run('vitest', ['run', '--project', 'apart', ...inProcess, ...processes], env)
