import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure, firstLines, linesOf, placeOf } from './failures.ts'

export type Counts = { passed: number; failures: Failure[]; skipped: number }
export const none: Counts = { passed: 0, failures: [], skipped: 0 }
export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failures: [...a.failures, ...b.failures],
  skipped: a.skipped + b.skipped,
})

/** The last lines of a run: what failed and what it said, then how many. The tail of a log is enough to know. */
export const closingLines = ({ passed, failures, skipped }: Counts): string[] => [
  ...(failures.length > 0 ? ['', 'Failed:', ...failures.flatMap(linesOf)] : []),
  '',
  `${passed} passed, ${failures.length} failed${skipped ? `, ${skipped} skipped` : ''}`,
]

/** Runs a tool of this project's own node_modules and gives its exit code; what it prints passes through. */
export function run(
  tool: string,
  args: string[],
  env: Record<string, string> = {},
  heard?: (text: string) => void,
): Promise<number> {
  return new Promise((resolve) => {
    const out = heard ? 'pipe' : 'inherit'
    const child = spawn(join('node_modules', '.bin', tool), args, {
      stdio: ['ignore', out, out],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    })
    for (const [from, to] of [[child.stdout, process.stdout] as const, [child.stderr, process.stderr] as const])
      from?.setEncoding('utf8').on('data', (text: string) => {
        to.write(text)
        heard?.(text)
      })
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** A tool that either holds or does not counts as one test. */
export async function countCommand(name: string, tool: string, args: string[]): Promise<Counts> {
  console.log(`\n== ${name}`)
  let text = ''
  const code = await run(tool, args, {}, (more) => {
    text += more
  })
  if (code === 0) return { ...none, passed: 1 }
  const lines = text.split('\n')
  const first = lines.findIndex((line) => /error|━━━/i.test(line))
  return { ...none, failures: [{ file: tool, name, said: firstLines(lines.slice(Math.max(0, first)).join('\n')) }] }
}

/** A run that went wrong where none of its tests did: it may not pass for a good one. */
const unexplained = (file: string, code: number): Failure[] =>
  code === 0 ? [] : [{ file, name: '(the run itself)', said: [`ended with ${code}, see above`] }]

const UnitReport = z.object({ passed: z.int(), skipped: z.int(), failures: z.array(Failure) })
export type UnitReport = z.infer<typeof UnitReport>

export async function countVitest(file: string): Promise<Counts> {
  console.log('\n== unit, golden, server and property tests')
  const reporters = ['--reporter=default', '--reporter=./test/run/vitest-reporter.ts']
  const code = await run('vitest', ['run', ...reporters], { UNIT_REPORT: join(process.cwd(), file) })
  if (!existsSync(file)) return { ...none, failures: unexplained('vitest', code || 1) }
  const report = UnitReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return report.failures.length > 0 ? report : { ...report, failures: unexplained('vitest', code) }
}

const PlaywrightError = z.object({
  message: z.string().default('no message'),
  location: z.object({ file: z.string(), line: z.int() }).optional(),
})

const Spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['skipped', 'expected', 'unexpected', 'flaky']),
      results: z.array(z.object({ errors: z.array(PlaywrightError) })),
    }),
  ),
})
const Suite = z.object({
  title: z.string(),
  specs: z.array(Spec),
  get suites() {
    return z.array(Suite).default([])
  },
})
const PlaywrightReport = z.object({ suites: z.array(Suite), errors: z.array(PlaywrightError) })

const specsOf = ({ specs, suites }: z.infer<typeof Suite>): z.infer<typeof Spec>[] => [
  ...specs,
  ...suites.flatMap(specsOf),
]

const saidBy = (errors: z.infer<typeof PlaywrightError>[]): string[] =>
  errors.slice(0, 2).flatMap(({ message, location }) => [...firstLines(message), ...placeOf(location)])

/** Of a test that was tried twice, what it said the last time that it failed. */
export function readPlaywright(json: unknown): Counts & { flaky: Failure[] } {
  const { suites, errors } = PlaywrightReport.parse(json)
  const tests = suites.flatMap(specsOf).flatMap(({ title, file, tests }) =>
    tests.map(({ status, results }) => {
      const said = saidBy(results.findLast(({ errors }) => errors.length > 0)?.errors ?? [])
      return { status, failure: { file: `test/e2e/${file}`, name: title, said } }
    }),
  )
  const having = (...states: string[]) => tests.filter(({ status }) => states.includes(status))
  const outside = errors.map((error) => ({ file: 'playwright', name: '(outside of a test)', said: saidBy([error]) }))
  return {
    passed: having('expected', 'flaky').length,
    failures: [...having('unexpected').map(({ failure }) => failure), ...outside],
    skipped: having('skipped').length,
    flaky: having('flaky').map(({ failure }) => failure),
  }
}

export async function countPlaywright(file: string): Promise<Counts> {
  console.log('\n== end-to-end tests in a real browser')
  // A real browser on a busy machine may miss its time once; what passes on a second try only is said at the end.
  const config = ['--config', 'test/e2e/playwright.config.ts', '--retries=1', '--reporter=list,json']
  const code = await run('playwright', ['test', ...config], { PLAYWRIGHT_JSON_OUTPUT_NAME: join(process.cwd(), file) })
  if (!existsSync(file)) return { ...none, failures: unexplained('playwright', code || 1) }
  const { flaky, ...counts } = readPlaywright(JSON.parse(readFileSync(file, 'utf8')))
  if (flaky.length > 0) console.log(['\nPassed on the second try only:', ...flaky.flatMap(linesOf)].join('\n'))
  return counts.failures.length > 0 ? counts : { ...counts, failures: unexplained('playwright', code) }
}
