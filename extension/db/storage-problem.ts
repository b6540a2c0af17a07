import { Dexie } from 'dexie'
import { fail, type Outcome, ok, type ProblemCode } from '../../shared/problem.ts'
import type { Locked, LockedBy } from './schema.ts'

/** C10: the database on disk is newer than this build. */
export class NewerDatabase extends Error {}

const codes: Record<string, ProblemCode> = {
  QuotaExceededError: 'DEVICE_FULL',
  UnknownError: 'STORAGE_FAILED',
  OpenFailedError: 'STORAGE_FAILED',
  DatabaseClosedError: 'STORAGE_FAILED',
  InvalidStateError: 'STORAGE_FAILED',
  MissingAPIError: 'STORAGE_FAILED',
}

export const whyLocked = ({ why = 'MEMBERSHIP_REVOKED' }: Locked): LockedBy => why

/** F23: the client was locked while something was still about to be written of it. */
export class ClientLocked extends Error {
  constructor(readonly code: LockedBy) {
    super()
  }
}

/** What a failed transaction means, or undefined where it is our own bug. Dexie wraps the browser's error as `inner`. */
export function storageProblem(error: unknown): ProblemCode | undefined {
  if (error instanceof NewerDatabase) return 'NEWER_DATABASE'
  if (error instanceof ClientLocked) return error.code
  if (error instanceof Dexie.DexieError && error.inner !== undefined && error.inner !== null) {
    const inside = storageProblem(error.inner)
    if (inside) return inside
  }
  return error instanceof Error || error instanceof DOMException ? codes[error.name] : undefined
}

/** C9: a failing storage is an expected failure; nothing was written, because each of these is one transaction. */
export async function stored<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work()
  } catch (error) {
    const code = storageProblem(error)
    if (code === undefined) throw error
    return fail(code)
  }
}

export const storedValue = <T>(work: () => Promise<T>): Promise<Outcome<T>> => stored(async () => ok(await work()))
