import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import type { UnitReport } from './count.ts'
import { type Failure, firstLines, placeOf } from './failures.ts'

const saidBy = (errors: readonly SerializedError[]): string[] =>
  errors.flatMap(({ name, message, stacks }) => [
    ...firstLines(name && !message.startsWith(name) ? `${name}: ${message}` : message),
    ...placeOf(stacks?.[0]),
  ])

function* failuresOf(module: TestModule): Generator<Failure> {
  const file =
    module.project.name !== 'postgres' ? module.relativeModuleId : `${module.relativeModuleId} (${module.project.name})`
  if (module.errors().length > 0) yield { file, name: '(the file itself)', said: saidBy(module.errors()) }
  for (const suite of module.children.allSuites())
    if (suite.errors().length > 0)
      yield { file, name: `${suite.fullName} (around its tests)`, said: saidBy(suite.errors()) }
  for (const test of module.children.allTests('failed'))
    yield { file, name: test.fullName, said: saidBy(test.result().errors ?? []) }
}

/** Counts a run, and names what failed: Vitest's own JSON leaves out what no test of a file caught. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const states = modules.flatMap(({ children }) => [...children.allTests()]).map((test) => test.result().state)
    const report: UnitReport = {
      passed: states.filter((state) => state === 'passed').length,
      skipped: states.filter((state) => state === 'skipped' || state === 'pending').length,
      failures: [
        ...modules.flatMap((module) => [...failuresOf(module)]),
        ...unhandled.map((error) => ({
          file: whereOf(error),
          name: '(an error that no test caught)',
          said: saidBy([error]),
        })),
      ],
    }
    const out = process.env.UNIT_REPORT
    if (out === undefined) return
    mkdirSync(dirname(out), { recursive: true })
    writeFileSync(out, JSON.stringify(report))
  }
}

/** Vitest notes on an unhandled error which file was running. */
const whereOf = (error: SerializedError): string =>
  typeof error.VITEST_TEST_PATH === 'string' ? relative(process.cwd(), error.VITEST_TEST_PATH) : 'vitest'
