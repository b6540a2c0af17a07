/** What may be written: ids, codes, paths and times, never a value, a token or a query (T35). */
export type LogEntry = {
  at: string
  event: 'request' | 'fault' | 'alarm' | 'started' | 'stopped'
  request?: string
  method?: string
  path?: string
  status?: number
  code?: string
  ms?: number
  /** The kind of a fault and where it was thrown; never its message, which may quote what it choked on. */
  fault?: string
  where?: string
}
export type Log = (entry: LogEntry) => void

export const logToConsole: Log = (entry) => console.log(JSON.stringify(entry))

export const faultOf = (error: unknown): Pick<LogEntry, 'fault' | 'where'> => ({
  fault: error instanceof Error ? error.name : typeof error,
  where: error instanceof Error ? (/\n\s+at (.*)/.exec(error.stack ?? '')?.[1] ?? '') : '',
})
