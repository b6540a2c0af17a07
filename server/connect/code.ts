import { hash } from 'node:crypto'
import type { ConnectTokenRequest, Pairing } from '../../shared/connect.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { newToken, type Random, tokenHash } from '../devices/token.ts'
import { pairing } from './pair.ts'

export const codeLifeMs = 5 * 60_000

type Approved = { workspace: Uuid; member: Uuid; device_name: string; challenge: string; redirect_uri: string }

/** A code for what a person approved: random, single use, five minutes, bound to the challenge and the address. */
export async function issueCode(database: Database, approved: Approved, random: Random, now: Date): Promise<string> {
  const code = newToken(random)
  const expires_at = new Date(now.getTime() + codeLifeMs).toISOString()
  await database.people
    .insertInto('connect_codes')
    .values({ ...approved, hash: tokenHash(code), expires_at, used_at: null })
    .execute()
  return code
}

/** RFC 7636: whoever has the verifier asked. A code is used up by the first try, also by a wrong one. */
export async function redeemCode(
  database: Database,
  { code, code_verifier }: ConnectTokenRequest,
  random: Random,
  now: Date,
): Promise<Outcome<Pairing>> {
  const at = now.toISOString()
  const found = await database.people
    .updateTable('connect_codes')
    .set({ used_at: at })
    .where('hash', '=', tokenHash(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['workspace', 'member', 'device_name', 'challenge'])
    .executeTakeFirst()
  if (!found || found.challenge !== hash('sha256', code_verifier, 'base64url')) return fail('BAD_CODE')
  const { workspace, member, device_name: name } = found
  return pairing<never>(database, async () => ok({ workspace, member, name }), random, now)
}
