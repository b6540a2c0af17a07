import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { mutants } from './mutants.ts'

/** Every mutant must make a history fail. A mutant that survives is a hole in the simulation, or no bug. */
const wanted = process.argv[2]
const survivors: string[] = []
for (const { name } of mutants.filter((mutant) => !wanted || mutant.name.includes(wanted))) {
  const started = Date.now()
  const { status, stdout } = spawnSync(
    join('node_modules', '.bin', 'vitest'),
    ['run', '--config', 'test/simulation/mutants.config.ts', 'first-half'],
    { env: { HISTORIES: '1000', ...process.env, MUTANT: name }, encoding: 'utf8' },
  )
  const why = /Violated: ([^\n]{1,100})|Error: ([^\n]{1,100})/.exec(stdout)
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(
    `${status === 0 ? 'SURVIVED' : 'caught'} ${name} (${seconds} s) ${status === 0 ? '' : (why?.[1] ?? why?.[2] ?? '')}`,
  )
  if (status === 0) survivors.push(name)
}
process.exitCode = survivors.length > 0 ? 1 : 0
