import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildNormal, normal } from '../practice/build.ts'
import { bundle } from '../support/bundle.ts'
import { openProfile, screenUrl } from '../support/extension.ts'
import type { Row } from './measure.ts'
import { areasOf } from './screens/areas.ts'
import type { Filled, Sizes } from './screens/fill.entry.ts'

const sizes: Sizes = { clients: 3, subscriptions: 10_000, seats: 100_000, scrolled: 10 }
const bills = 300

/** What a consultant waits for in the areas that are made of the client's whole inventory, with a client of the largest kind. */
export async function areas(): Promise<Row[]> {
  buildNormal()
  const profile = await openProfile({ extension: normal })
  try {
    const plain = await profile.context.newPage()
    await plain.goto(screenUrl(profile, 'manifest.json'))
    await plain.evaluate(await bundle(fileURLToPath(new URL('screens/fill.entry.ts', import.meta.url)), 'fill'))
    const { large } = await plain.evaluate<Filled>(`fill.fill(${JSON.stringify(sizes)})`)
    if (process.env.BILLS !== '0') await plain.evaluate(`fill.bill(${JSON.stringify(large)}, ${bills})`)
    await plain.evaluate(`fill.activate(${JSON.stringify(large)})`)
    return await areasOf(profile)
  } finally {
    await profile.close()
    rmSync(profile.folder, { recursive: true, force: true })
  }
}
