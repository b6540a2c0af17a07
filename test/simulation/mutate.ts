import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { mutants } from './mutants.ts'

/**
 * Every mutant must make a history fail. A mutant that survives is a hole in the simulation, or no bug; one that fails
 * without a history (it does not load, say) shows nothing, and counts as a survivor.
 */
const wanted = process.argv[2]
const survivors: string[] = []
for (const { name } of mutants.filter((mutant) => !wanted || mutant.name.includes(wanted))) {
  const started = Date.now()
  const { stdout } = spawnSync(
    join('node_modules', '.bin', 'vitest'),
    ['run', '--config', 'test/simulation/mutants.config.ts', 'first-half'],
    { env: { HISTORIES: '1000', ...process.env, NO_COLOR: '1', MUTANT: name }, encoding: 'utf8' },
  )
  const seconds = Math.round((Date.now() - started) / 1000)
  const [, seed, place] = /^seed (\S+) path (\d+)/m.exec(stdout) ?? []
  const why = /^AssertionError: expected \w*Error: (.{1,100})/m.exec(stdout)?.[1] ?? ''
  if (place === undefined) survivors.push(name)
  console.log(
    place === undefined
      ? `SURVIVED ${name} (${seconds} s)`
      : `caught ${name} (history ${Number(place) + 1} of seed ${seed}, ${seconds} s) ${why}`,
  )
}
process.exitCode = survivors.length > 0 ? 1 : 0
