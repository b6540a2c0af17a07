import { idFrom, type Uuid } from '../../shared/model/id.ts'
import { canonical, type Sighting } from '../../shared/model/observation.ts'

/** What a draft says, without when and how it was seen. */
export const fingerprintOf = ({ type, fields }: Sighting): Promise<Uuid> => idFrom(type, canonical(fields))

/** The natural identity of a thing before anybody decided whose it is: the same page captured twice replaces its draft. */
export const draftIdOf = (host: string, { type, vendor, vendorAccount, key }: Sighting): Promise<Uuid> =>
  idFrom(vendorAccount?.id ?? host, vendor, type, key)
