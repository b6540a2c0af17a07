import { type Config, placeOf } from '../config.ts'
import { type Database, openDatabase } from './database.ts'

/**
 * The database for one command, beside a server that may be running on it: nothing is migrated, and a database that this
 * version does not know exactly is refused. On SQLite the lock that keeps a second server away is not taken.
 */
export const openBeside = (config: Config): Promise<Database> =>
  openDatabase(placeOf(config), new Date(), { as: 'beside' })
