import type { BenchRecord } from './records.ts'

/** One way to bring records from device A over a server to device B. */
export type Peer = {
  start: () => Promise<void>
  /** Local work before the clock starts: what the device had on its disk already. */
  prepare: (records: BenchRecord[]) => Promise<void>
  /** All of it durable on the server. */
  push: () => Promise<void>
  /** All of it at B. Throws where something is missing. */
  pull: () => Promise<void>
  /** From here on B hears of changes by itself. */
  listen: () => Promise<void>
  /** One change by A, until B has it. */
  change: (at: number) => Promise<void>
  /** A sync of both with nothing to do. */
  nothing: () => Promise<void>
  stats: () => { cpuMs: number; rssMB: number; peakMB: number }
  stop: () => Promise<void>
}
