import { database } from '../../db/open.ts'

/** Loaded when they are asked for: the popup opens without them. */
export const knownConnectors = async () => (await import('../../teach/taught.ts')).connectorsNow(database)
