import type { PeopleMode } from '../../model/client.ts'
import { idFrom, type Uuid } from '../../model/id.ts'
import type { Sighting } from '../../model/observation.ts'

/** What says who somebody is. */
const naming = ['person', 'email', 'accountId'] as const

/**
 * A seat as the client wants people kept: whole, under a name that only tells one person from another, or not at all. It
 * is done before a capture is accepted, so that what is not to be kept is stored nowhere. The made-up name is derived from
 * client and address: the same person is the same in every product and on every device of this client, and another in
 * another client's.
 */
export async function veiled(sighting: Sighting, mode: PeopleMode, client: Uuid): Promise<Sighting | undefined> {
  if (sighting.type !== 'assignment' || mode === 'full') return sighting
  if (mode === 'counts-only') return undefined
  const { email, accountId, person } = sighting.fields
  const who = String(email ?? accountId ?? person ?? sighting.key)
    .trim()
    .toLowerCase()
  const name = await pseudonymOf(client, who)
  const fields = Object.fromEntries(
    Object.entries(sighting.fields).map(([field, value]) => [
      field,
      isNaming(field) ? pseudonymFor(field, name) : value,
    ]),
  )
  const evidence = Object.fromEntries(
    Object.entries(sighting.evidence).map(([field, each]) => [
      field,
      isNaming(field) ? { ...each, excerpt: name } : each,
    ]),
  )
  return { ...sighting, key: await idFrom(client, sighting.key), fields, evidence }
}

const isNaming = (field: string): boolean => naming.some((each) => each === field)

const pseudonymOf = async (client: Uuid, who: string): Promise<string> =>
  `person-${(await idFrom(client, who)).slice(0, 12)}`

/** Still an address where an address is expected; `.invalid` is no domain anybody can have (RFC 2606). */
const pseudonymFor = (field: string, name: string): string => (field === 'email' ? `${name}@people.invalid` : name)
