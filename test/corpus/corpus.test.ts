import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runCorpus } from './run.ts'

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
const folders = ['api', 'html', 'csv'].map((kind) => join(corpus, kind))
const present = existsSync(join(corpus, 'score.mjs'))
if (!present) console.log('The corpus of real material is not here, so reading it is not measured.')

const Report = z.object({
  distractorsClean: z.number(),
  all: z.object({ recordF1: z.number(), wrongValues: z.number() }),
})

const out = mkdtempSync(join(tmpdir(), 'stocktake-corpus-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** The corpus comes with its own judge. */
function score(results: string): z.infer<typeof Report> {
  const { stdout, stderr } = spawnSync(process.execPath, [join(corpus, 'score.mjs'), results, ...folders, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (stdout === '') throw new Error(stderr)
  return Report.parse(JSON.parse(stdout))
}

// Skipped where the corpus is not: it is measured material of others, and no part of the project.
describe.skipIf(!present)('the corpus', () => {
  test('is read at least this well', async () => {
    const file = join(out, 'results.json')
    writeFileSync(file, JSON.stringify(await runCorpus(folders)))
    const { all, distractorsClean } = score(file)
    expect(all.recordF1, 'F1 of records').toBeGreaterThanOrEqual(55)
    expect(distractorsClean, '% of pages and responses of something else left alone').toBeGreaterThanOrEqual(90)
    expect(all.wrongValues, '% of values that are wrong').toBeLessThanOrEqual(5)
  }, 600_000)
})
