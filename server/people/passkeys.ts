import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { PeopleTables } from '../db/tables.ts'
import { tokenHash } from '../devices/token.ts'
import type { Deps } from '../http/env.ts'
import type { ListedPasskey } from '../pages/passkeys.tsx'
import type { Person, Session } from './auth.ts'
import { changeAccount } from './own-acts.ts'
import type { NewPasskey, UsedPasskey } from './passkey-answers.ts'
import type { RelyingParty } from './relying-party.ts'

const most = 20
const lifeMs = 5 * 60_000
/** Loaded when somebody uses one, as devices that sync never need it. */
const library = () => import('@simplewebauthn/server')
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

export async function passkeysOf(people: Kysely<PeopleTables>, person: string): Promise<ListedPasskey[]> {
  return people
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at as since', 'used_at as used'])
    .where('person', '=', person)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Something to sign, once and soon: for this person who adds one, or for whoever signs in. */
async function newChallenge({ database, random, clock }: Deps, person: string | null) {
  const challenge = new Uint8Array(random(32))
  const now = clock()
  await database.people.deleteFrom('passkey_challenges').where('expires_at', '<=', now.toISOString()).execute()
  const hash = tokenHash(Buffer.from(challenge).toString('base64url'))
  const expires_at = new Date(now.getTime() + lifeMs).toISOString()
  await database.people.insertInto('passkey_challenges').values({ hash, person, expires_at }).execute()
  return challenge
}

/** Whether it is one of ours, not used yet, and for this person. It is used up by asking. */
async function spend({ database, clock }: Deps, challenge: string, person: string | null): Promise<boolean> {
  const { numDeletedRows } = await database.people
    .deleteFrom('passkey_challenges')
    .where('hash', '=', tokenHash(challenge))
    .where('person', person === null ? 'is' : '=', person)
    .where('expires_at', '>', clock().toISOString())
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** What a browser is to make. The password was proved: an open session alone adds none. */
export async function passkeyToMake(deps: Deps, { id, name, email }: Person, { id: rpID }: RelyingParty) {
  const known = await deps.database.people
    .selectFrom('passkeys')
    .select('credential')
    .where('person', '=', id)
    .execute()
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: 'Stocktake',
    rpID,
    userID: new Uint8Array(Buffer.from(id)),
    userName: email,
    userDisplayName: name,
    challenge: await newChallenge(deps, id),
    attestationType: 'none',
    excludeCredentials: known.map(({ credential }) => ({ id: credential })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

export async function addPasskey(
  deps: Deps,
  { person }: Session,
  rp: RelyingParty,
  { answer, name }: { answer: NewPasskey; name: string },
): Promise<Outcome<null>> {
  const made = await checked(deps, person.id, rp, answer)
  if (!made) return fail('PASSKEY_REFUSED')
  return changeAccount(deps, person.id, { kind: 'passkey-added' }, async (tx) => {
    const { count } = await tx
      .selectFrom('passkeys')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .where('person', '=', person.id)
      .executeTakeFirstOrThrow()
    if (Number(count) >= most) return fail('LIMIT_REACHED')
    const row = {
      person: person.id,
      id: randomUUID(),
      name,
      credential: made.id,
      public_key: Buffer.from(made.publicKey).toString('base64url'),
      counter: made.counter,
      transports: answer.response.transports.join(' '),
      created_at: deps.clock().toISOString(),
      used_at: null,
    }
    const added = await tx
      .insertInto('passkeys')
      .values(row)
      .onConflict((conflict) => conflict.column('credential').doNothing())
      .returning('id')
      .executeTakeFirst()
    return added ? ok(null) : fail('PASSKEY_REFUSED')
  })
}

async function checked(deps: Deps, person: string, { id, origin }: RelyingParty, answer: NewPasskey) {
  const { verifyRegistrationResponse } = await library()
  if (!(await isPlain(answer))) return undefined
  const { registrationInfo } = await unlessThrown(
    verifyRegistrationResponse({
      response: answer,
      expectedChallenge: (challenge) => spend(deps, challenge, person),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }),
  )
  return registrationInfo?.credential
}

/**
 * Who made the authenticator was not asked, so nothing that claims to prove it is looked at: its certificates name
 * addresses, which would be fetched (T32).
 */
async function isPlain({ response }: NewPasskey): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers')
  try {
    const decoded = decodeAttestationObject(bytes(response.attestationObject))
    const [format, statement] = [decoded.get('fmt'), decoded.get('attStmt')]
    return format === 'none' || (format === 'packed' && statement.get('x5c') === undefined)
  } catch {
    return false
  }
}

export const removePasskey = (deps: Deps, { person }: Session, passkey: string): Promise<Outcome<null>> =>
  changeAccount(deps, person.id, { kind: 'passkey-removed' }, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('passkeys')
      .where('person', '=', person.id)
      .where('id', '=', passkey)
      .executeTakeFirst()
    return numDeletedRows === 1n ? ok(null) : fail('NOT_FOUND')
  })

/** What a browser is to sign with any passkey that it has for this server: who that is, it says itself. */
export async function passkeyToUse(deps: Deps, { id: rpID }: RelyingParty) {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    rpID,
    challenge: await newChallenge(deps, null),
    userVerification: 'required',
  })
}

/** Whose passkey signed what we asked. */
export async function personByPasskey(
  deps: Deps,
  { id: expectedRPID, origin }: RelyingParty,
  answer: UsedPasskey,
): Promise<Outcome<string>> {
  const known = await knownPasskey(deps.database, answer)
  if (!known) return fail('PASSKEY_REFUSED')
  const { verifyAuthenticationResponse } = await library()
  const used = await unlessThrown(
    verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: (challenge) => spend(deps, challenge, null),
      expectedOrigin: origin,
      expectedRPID,
      credential: { id: known.credential, publicKey: bytes(known.public_key), counter: known.counter },
      requireUserVerification: true,
    }),
  )
  if (!used.verified || !used.authenticationInfo) return fail('PASSKEY_REFUSED')
  const { numUpdatedRows } = await deps.database.people
    .updateTable('passkeys')
    .set({ counter: used.authenticationInfo.newCounter, used_at: deps.clock().toISOString() })
    .where('person', '=', known.person)
    .where('id', '=', known.id)
    .where('counter', '=', known.counter)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? ok(known.person) : fail('PASSKEY_REFUSED')
}

async function knownPasskey({ people }: Database, { id, response }: UsedPasskey) {
  const row = await people.selectFrom('passkeys').selectAll().where('credential', '=', id).executeTakeFirst()
  return row && Buffer.from(response.userHandle, 'base64url').toString() === row.person ? row : undefined
}

/** The library throws what it refuses, each with an error of its own. */
async function unlessThrown<T extends { verified: boolean }>(answer: Promise<T>): Promise<Partial<T>> {
  return answer.catch((): Partial<T> => ({}))
}
