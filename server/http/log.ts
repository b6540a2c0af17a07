import { hash } from 'node:crypto'
import { type DestinationStream, pino } from 'pino'
import type { Config } from '../config.ts'

/** What may be written: patterns of paths, codes, numbers and times, never a value, a token or a query (T35). */
export type LogEntry = {
  at: string
  event: 'request' | 'fault' | 'alarm' | 'started' | 'stopped'
  request?: string
  method?: string
  /** The pattern of the route that answered, never the path itself: that may hold what somebody typed, or a secret. */
  route?: string
  /** What the path names, hashed: enough to find two lines that are about the same thing. */
  about?: string[]
  status?: number
  code?: string
  ms?: number
  /** The kind of a fault and where it was thrown; never its message, which may quote what it choked on. */
  fault?: string
  where?: string
}
export type Log = (entry: LogEntry) => void

const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
const text =
  (form: RegExp) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' && form.test(value) ? value : undefined

/** Each field with the only form in which it is written; what has another is left out, whoever handed it in. */
const allowed: { [Field in keyof Required<LogEntry>]: (value: unknown) => LogEntry[Field] | undefined } = {
  at: text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  event: (value) => text(/^[a-z-]{1,30}$/)(value) as LogEntry['event'] | undefined, // a word of ours
  request: text(/^[0-9a-f-]{16,64}$/),
  method: text(/^[A-Z]{3,7}$/),
  route: text(/^[\w/:.{}*-]{1,100}$/),
  about: (value) => (Array.isArray(value) ? value.flatMap((id) => text(/^[\w-]{12}$/)(id) ?? []) : undefined),
  status: number,
  code: text(/^[A-Z_]{1,40}$/),
  ms: number,
  fault: text(/^[A-Za-z]{1,60}$/),
  where: text(/^[\w .:/\\()<>[\]@#$-]{1,300}$/),
}

export const writable = (entry: LogEntry): Partial<LogEntry> =>
  Object.fromEntries(
    Object.entries(allowed).flatMap(([field, form]) => {
      const value = form(entry[field as keyof LogEntry]) // a key of the table above
      return value === undefined ? [] : [[field, value]]
    }),
  )

const levels = { request: 'info', started: 'info', stopped: 'info', alarm: 'warn', fault: 'error' } as const

/** One line of JSON an entry. */
export function createLog(level: Config['logLevel'], to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: false,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const logger = to ? pino(options, to) : pino(options)
  return (entry) => logger[levels[entry.event]](writable(entry))
}

/** Enough of an id to recognize it, and nothing to get it back from. */
export const hashedId = (id: string): string => hash('sha256', id, 'base64url').slice(0, 12)

export const faultOf = (error: unknown): Pick<LogEntry, 'fault' | 'where'> => ({
  fault: error instanceof Error ? error.name : typeof error,
  // A message of several lines stands before the stack, and might look like one.
  where: error instanceof Error ? (/\n\s+at (.*)/.exec((error.stack ?? '').replace(error.message, ''))?.[1] ?? '') : '',
})

/** Whoever asked went away before all of the request was here. */
export const hungUp = (error: unknown): boolean =>
  error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET'
