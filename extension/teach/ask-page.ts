import { browser } from 'wxt/browser'
import type { z } from 'zod/mini'
import type { Lookup } from '../connector-kit/lookup.ts'
import {
  type Asked,
  type Look,
  LookSchema,
  type Outlined,
  OutlinedSchema,
  type Pointed,
  PointedSchema,
} from '../pointing/protocol.ts'

/** Asks the page of a tab. What it answers is evidence and no more: parsed, bounded, or nothing. */
async function ask<T>(tab: number, asked: Asked, schema: z.ZodMiniType<T>): Promise<T | null> {
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab },
      files: ['/content-scripts/pointing.js'],
      world: 'ISOLATED',
    })
    const answer: unknown = await browser.tabs.sendMessage(tab, asked, { frameId: 0 })
    const parsed = schema.safeParse(answer)
    return parsed.success ? parsed.data : null
  } catch {
    // The page was left, or its access withdrawn.
    return null
  }
}

/** `aside`: the keys go through the page's head and navigation as well, where the account is named. */
export const pointAt = (tab: number, aside: boolean): Promise<Pointed | null> =>
  ask(tab, { teach: 'point', aside }, PointedSchema)
export const lookAt = (tab: number, lookups: Lookup[]): Promise<Look | null> =>
  ask(tab, { teach: 'look', lookups }, LookSchema)
export const move = async (tab: number, to: 'next' | 'previous' | 'outer' | 'inner'): Promise<Outlined> =>
  (await ask(tab, { teach: 'move', to }, OutlinedSchema)) ?? { text: '' }
export const take = (tab: number) => ask(tab, { teach: 'take' }, OutlinedSchema)
export const stop = (tab: number) => ask(tab, { teach: 'stop' }, OutlinedSchema)
/** Shows on the page what these lists find; with none, it shows nothing any more. */
export const mark = (tab: number, lookups: Lookup[]) => ask(tab, { teach: 'mark', lookups }, OutlinedSchema)
