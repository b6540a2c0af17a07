import { rmSync } from 'node:fs'
import { missingBrowser, provideBrowser } from './browser.ts'
import { add, type Counts, closingLines, countCommand, countPlaywright, countVitest, none } from './count.ts'

/**
 * `npm test`: types, lint and format, unit, golden, server and property tests, the build, and the end-to-end tests in a
 * real browser. Every stage runs even where an earlier one failed, and the last lines name what failed and
 * count them all.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Stocktake needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

rmSync('test-results', { recursive: true, force: true })
const browser = await provideBrowser()
const stages: (() => Promise<Counts>)[] = [
  () => countCommand('types of the messages', 'wxt', ['prepare']),
  () => countCommand('types', 'tsc', ['--noEmit']),
  () => countCommand('lint and format', 'biome', ['ci', '.']),
  () => countVitest('test-results/unit.json'),
  () => countCommand('build', 'wxt', ['build']),
  () => (browser ? countPlaywright('test-results/e2e.json') : missingBrowser()),
]

let total = none
for (const stage of stages) total = add(total, await stage())
console.log(closingLines(total).join('\n'))
process.exitCode = total.failures.length > 0 ? 1 : 0
