import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { bundle } from '../../support/bundle.ts'
import { beside, type Row } from '../measure.ts'

const times = 5
const count = 10_000

/** The first pull of a client to a device, from the server's answers on. */
export async function pulling(plain: Page): Promise<Row> {
  // As the extension has it: its policy refuses code made from text.
  await plain.evaluate('globalThis.__zod_globalConfig = { jitless: true }')
  await plain.evaluate(await bundle(fileURLToPath(new URL('pull.entry.ts', import.meta.url)), 'pull'))
  const samples = { pull: [] as number[], floor: [] as number[] }
  for (let run = 0; run < times; run++) {
    samples.floor.push(Number(await plain.evaluate(`pull.bulkPut(${count})`)))
    samples.pull.push(Number(await plain.evaluate(`pull.pull(${count})`)))
  }
  return {
    ...beside(
      'first pull of 10,000 rows, parsed, folded, durable',
      samples.pull,
      'Dexie bulkPut of them, three secondary indexes',
      samples.floor,
    ),
    target: '≤ 0.6 × the bulkPut',
  }
}
