import type { Transaction } from 'kysely'
import type { DeviceCode, Pairing } from '../../shared/connect.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { PeopleTables } from '../db/tables.ts'
import { newToken, plainSigns, type Random, tokenHash } from '../devices/token.ts'
import { type Approved, pairing } from './pair.ts'

// The nine rules of T26 for RFC 8628; their numbers stand where each is kept. ⑨ is kept by offering no complete link.

const lifeMs = 5 * 60_000
const firstInterval = 5

/** ① 256 bits for the device, 40 for the person; ② five minutes. */
export async function startDeviceCode(
  database: Database,
  asked: { device_name: string; place: string },
  random: Random,
  now: Date,
): Promise<Pick<DeviceCode, 'device_code' | 'user_code' | 'expires_in' | 'interval'>> {
  const [device_code, user_code] = [newToken(random), plainSigns(random, 8)]
  const expires_at = new Date(now.getTime() + lifeMs).toISOString()
  await database.people.deleteFrom('device_codes').where('expires_at', '<=', now.toISOString()).execute()
  await database.people
    .insertInto('device_codes')
    .values({
      ...asked,
      hash: tokenHash(device_code),
      user_code,
      claimed_by: null,
      workspace: null,
      member: null,
      state: 'waiting',
      expires_at,
      polled_at: null,
      interval_s: firstInterval,
    })
    .execute()
  return { device_code, user_code: shown(user_code), expires_in: lifeMs / 1000, interval: firstInterval }
}

const shown = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`
/** As people type it: small letters, spaces, with or without the dash. */
export const readUserCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/** ③ The first person who types the code has it; for everybody else it is a wrong code. */
export async function claimDeviceCode(database: Database, typed: string, person: string, now: Date) {
  const code = readUserCode(typed)
  return database.people
    .updateTable('device_codes')
    .set({ claimed_by: person })
    .where('user_code', '=', code)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now.toISOString())
    .where((or) => or.or([or('claimed_by', 'is', null), or('claimed_by', '=', person)]))
    .returning(['device_name', 'place', 'user_code'])
    .executeTakeFirst()
}

type Decision = { code: string; person: string; for: { workspace: Uuid; member: Uuid } | null }

/** Approved for a membership, or denied. False where this person holds no such code any more. */
export async function decideDeviceCode(database: Database, decision: Decision, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await database.people
    .updateTable('device_codes')
    .set(decision.for ? { state: 'approved', ...decision.for } : { state: 'denied' })
    .where('user_code', '=', readUserCode(decision.code))
    .where('claimed_by', '=', decision.person)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Waiting = 'SIGN_IN_PENDING' | 'SLOW_DOWN'

/** RFC 8628 §3.5, one poll. ④ Only one of two redeems an approval. */
export const pollDeviceCode = (
  database: Database,
  device_code: string,
  random: Random,
  now: Date,
): Promise<Outcome<Pairing | Waiting>> => {
  const approval = async (tx: Transaction<PeopleTables>): Promise<Outcome<Approved | Waiting>> => {
    const asked = tx.selectFrom('device_codes').selectAll().where('hash', '=', tokenHash(device_code))
    const row = await database.engine.hold(asked, 'alone').executeTakeFirst()
    const at = now.toISOString()
    if (!row || row.state === 'redeemed') return fail('BAD_CODE', undefined, { error: 'invalid_grant' })
    if (row.expires_at <= at) return fail('BAD_CODE', undefined, { error: 'expired_token' })
    if (row.state === 'denied') return fail('BAD_CODE', undefined, { error: 'access_denied' })
    const change = tx.updateTable('device_codes').where('hash', '=', row.hash)
    if (row.state === 'waiting') {
      // ⑤ Whoever asks too early is slowed down, for good.
      const early = row.polled_at !== null && now.getTime() - Date.parse(row.polled_at) < row.interval_s * 1000
      await change.set({ polled_at: at, interval_s: row.interval_s + (early ? 5 : 0) }).execute()
      return { ok: true, value: early ? 'SLOW_DOWN' : 'SIGN_IN_PENDING' }
    }
    const { workspace, member, device_name: name } = row
    await change.set({ state: 'redeemed' }).where('state', '=', 'approved').execute()
    return workspace && member ? ok({ workspace, member, name }) : fail('BAD_CODE')
  }
  return pairing<Waiting>(database, approval, random, now)
}
