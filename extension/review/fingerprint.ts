import { idFrom, type Uuid } from '../../shared/model/id.ts'
import { canonical, type Sighting } from '../../shared/model/observation.ts'

/** What a draft says, without when and how it was seen. */
export const fingerprintOf = ({ type, fields }: Sighting): Promise<Uuid> => idFrom(type, canonical(fields))

/**
 * The natural identity of a thing before anybody decided whose it is: the same page captured twice replaces its draft.
 * A portal that does not show the account is seen for one client after the other: there the client that was active
 * keeps them apart.
 */
export const draftIdOf = (
  host: string,
  { type, vendor, vendorAccount, key }: Sighting,
  client: Uuid | null,
): Promise<Uuid> =>
  vendorAccount ? idFrom(vendorAccount.id, vendor, type, key) : idFrom(client ?? '', host, vendor, type, key)
