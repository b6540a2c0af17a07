import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export type Counts = { passed: number; failed: number; skipped: number }
export const none: Counts = { passed: 0, failed: 0, skipped: 0 }
export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** Runs a tool of this project's own node_modules and gives its exit code; what it prints passes through. */
export function run(tool: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join('node_modules', '.bin', tool), args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** A tool that either holds or does not counts as one test. */
export async function countCommand(name: string, tool: string, args: string[]): Promise<Counts> {
  console.log(`\n== ${name}`)
  return (await run(tool, args)) === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 }
}

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
})

export async function countVitest(file: string): Promise<Counts> {
  console.log('\n== unit, golden, server and property tests')
  const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  if (!existsSync(file)) return { ...none, failed: 1 }
  const report = VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  // A file that cannot even be loaded has no failed test of its own.
  const failed = report.numFailedTests || (code === 0 ? 0 : Math.max(1, report.numFailedTestSuites))
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

export async function countPlaywright(file: string): Promise<Counts> {
  console.log('\n== end-to-end tests in a real browser')
  // A real browser on a busy machine may miss its time once; what passes on a second try only is said at the end.
  const config = ['--config', 'test/e2e/playwright.config.ts', '--retries=1', '--reporter=list,json']
  const code = await run('playwright', ['test', ...config], { PLAYWRIGHT_JSON_OUTPUT_NAME: join(process.cwd(), file) })
  if (!existsSync(file)) return { ...none, failed: 1 }
  const { expected, unexpected, flaky, skipped } = PlaywrightReport.parse(JSON.parse(readFileSync(file, 'utf8'))).stats
  if (flaky > 0) console.log(`\n${flaky} of them passed on the second try only: listed above as flaky`)
  return { passed: expected + flaky, failed: unexpected || (code === 0 ? 0 : 1), skipped }
}
