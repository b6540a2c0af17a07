import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { mutants } from './mutants.ts'

/**
 * Every mutant must make a history fail, or a test of a rule where histories hardly meet it. One that survives both is a
 * hole in the tests, or no bug; one that fails without either (it does not load, say) shows nothing, and has survived.
 */
const wanted = process.argv[2]
const survivors: string[] = []
for (const { name } of mutants.filter((mutant) => !wanted || mutant.name.includes(wanted))) {
  const started = Date.now()
  const by = byHistory(name) ?? byRule(name)
  if (!by) survivors.push(name)
  console.log(`${by ? 'caught' : 'SURVIVED'} ${name} (${Math.round((Date.now() - started) / 1000)} s) ${by ?? ''}`)
}
process.exitCode = survivors.length > 0 ? 1 : 0

function byHistory(name: string): string | undefined {
  const said = underMutant(name, {}, 'first-half')
  const [, seed, place] = /^seed (\S+) path (\d+)/m.exec(said) ?? []
  const why = /^AssertionError: expected \w*Error: (.{1,100})/m.exec(said)?.[1] ?? ''
  return place && `by history ${Number(place) + 1} of seed ${seed}: ${why}`
}

function byRule(name: string): string | undefined {
  const [, test] = /^ *FAIL +\S+\.test\.ts > (.*)$/m.exec(underMutant(name, { BY_RULES: '1' })) ?? []
  return test && `by rule: ${test}`
}

function underMutant(name: string, environment: Record<string, string>, ...files: string[]): string {
  const { stdout, stderr } = spawnSync(
    join('node_modules', '.bin', 'vitest'),
    ['run', '--config', 'test/simulation/mutants.config.ts', ...files],
    { env: { HISTORIES: '1000', ...process.env, ...environment, NO_COLOR: '1', MUTANT: name }, encoding: 'utf8' },
  )
  return stdout + stderr
}
