import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { administers } from './may.ts'
import type { Scope } from './scope.ts'

/** What concerns the whole workspace is for its owners and admins; the role is of this very transaction (R6, T21). */
export const adminsOnly = ({ author }: Scope): Outcome<undefined> =>
  author && administers(author.role) ? ok(undefined) : fail('FORBIDDEN')
