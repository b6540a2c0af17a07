import type { Database } from '../db/database.ts'
import type { Random } from '../devices/token.ts'
import type { Member } from '../workspaces/member.ts'
import type { Log } from './log.ts'

/** Everything the server needs of its surroundings; tests pass their own. */
export type Deps = {
  database: Database
  clock: () => Date
  random: Random
  log: Log
  /** The address that people and devices use, without a slash at the end. */
  baseUrl: string
  /** Signs the session cookies. */
  secret: string
}

export type Env = { Variables: { requestId: string } }
export type MemberEnv = { Variables: { requestId: string; member: Member } }
