import type { ProblemCode } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { Random } from '../devices/token.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Operation } from '../operation.ts'
import type { Issuer } from '../sso/issuer.ts'
import type { Outbound } from '../webhooks/post.ts'
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
  /** How mails leave; absent where no mail server is configured. */
  mail?: Mailer | undefined
  /** How requests to webhooks leave; absent for the public internet alone. */
  outbound?: Outbound | undefined
  /** The firm's own sign-in, where one is configured. */
  sso?: Issuer | undefined
  operation: Operation
}

/** `problem` is what was answered instead of what was asked for; `trustProxy` is how many proxies are ours. */
type Variables = { requestId: string; trustProxy?: number; problem?: ProblemCode }
export type Env = { Variables: Variables }
export type MemberEnv = { Variables: Variables & { member: Member } }
