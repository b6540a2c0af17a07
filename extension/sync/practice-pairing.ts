import { z } from 'zod'
import { Pairing } from '../../shared/connect.ts'
import type { Database } from '../db/database.ts'
import { getSetting } from '../settings/store.ts'
import { ask } from './http.ts'
import { pair } from './pair.ts'

/** What `npm start` leaves for the extension that it loads: a sign-in code that holds five minutes and works once. */
const Left = z.strictObject({ url: z.url(), code: z.string(), code_verifier: z.string() })

/**
 * Only in the practice build (background.ts calls it nowhere else): redeems the code that `npm start` has put among the
 * extension's own files, where no web page can read it. Everything after that is the ordinary pairing.
 */
export async function redeemPairing(db: Database, file: string): Promise<void> {
  if (await getSetting(db, 'server')) return
  const left = Left.safeParse(await readLeft(file))
  if (!left.success) return
  const { url, ...proof } = left.data
  const body = JSON.stringify(proof)
  const pairing = await ask({ url }, { path: '/v1/connect/token', schema: Pairing, body })
  if (pairing.ok) await pair(db, url, pairing.value, new Date())
}

async function readLeft(file: string): Promise<unknown> {
  try {
    return await (await fetch(file)).json()
  } catch {
    // Not started by `npm start`, or paired long ago.
    return undefined
  }
}
