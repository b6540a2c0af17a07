import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import type { PeopleTables } from '../db/tables.ts'
import type { Member } from '../workspaces/member.ts'
import { newToken, type Random, tokenHash } from './token.ts'

type People = Kysely<PeopleTables> | Transaction<PeopleTables>

/** A newly paired device and its token, which exists in clear nowhere but in the answer. */
export async function addDevice(
  people: People,
  owner: { workspace: Uuid; member: Uuid; name: string },
  random: Random,
  now: Date,
): Promise<{ id: Uuid; token: string }> {
  const [id, token, at] = [randomUUID(), newToken(random), now.toISOString()]
  await people
    .insertInto('devices')
    .values({ ...owner, id, token_hash: tokenHash(token), created_at: at, seen_at: at, revoked_at: null })
    .execute()
  return { id, token }
}

/** A member's own devices. */
export const devicesOf = (people: People, { workspace, id }: Pick<Member, 'workspace' | 'id'>) =>
  people
    .selectFrom('devices')
    .select(['id', 'name', 'created_at', 'seen_at'])
    .where('workspace', '=', workspace)
    .where('member', '=', id)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute()

type Owner = Pick<Member, 'workspace' | 'id'>

/** From the commit of this on, the device's token opens nothing. False where there is no such device. */
export const revokeDevice = (people: People, owner: Owner, device: Uuid, now: Date): Promise<boolean> =>
  change(people, owner, device, { revoked_at: now.toISOString() })

/** What its member calls it from now on. False where there is no such device. */
export const renameDevice = (people: People, owner: Owner, device: Uuid, name: string): Promise<boolean> =>
  change(people, owner, device, { name })

async function change(
  people: People,
  { workspace, id }: Owner,
  device: Uuid,
  to: { name: string } | { revoked_at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await people
    .updateTable('devices')
    .set(to)
    .where('workspace', '=', workspace)
    .where('member', '=', id)
    .where('id', '=', device)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const seenEveryMs = 10 * 60_000

/** To the nearest ten minutes: a device that only asks for news must not cost a write each time. */
export async function noteSeen(people: People, member: Member, now: Date): Promise<void> {
  if (now.getTime() - Date.parse(member.seenAt) < seenEveryMs) return
  await people
    .updateTable('devices')
    .set({ seen_at: now.toISOString() })
    .where('workspace', '=', member.workspace)
    .where('id', '=', member.device)
    .execute()
}
