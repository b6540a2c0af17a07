import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { OpResult } from '../../shared/sync.ts'

/** What is counted. A label is always a word of ours: no client, no device, no path, no value (T35). */
export type Metrics = ReturnType<typeof createMetrics>

/** A registry of its own, so that two servers in one process do not count together. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `stocktake_${name}`, help, labelNames, registers })
  const gauge = (name: string, help: string) => new Gauge({ name: `stocktake_${name}`, help, registers })

  const ops = counter('ops_total', 'Changes that devices pushed, by result.', ['result'])
  return {
    registry,
    requests: new Histogram({
      name: 'stocktake_request_seconds',
      help: 'Requests by the pattern of their route, method and status, and how long they took.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    problems: counter('problems_total', 'Answers that were a problem, by code: BUSY, STORAGE_FULL and so on.', [
      'code',
    ]),
    pushes: counter('pushes_total', 'Pushes that were taken.', []),
    pulledRows: counter('pulled_rows_total', 'Rows that devices pulled.', []),
    inFlight: gauge('requests_in_flight', 'Requests that are worked on or wait.'),
    streams: gauge('notice_streams', 'Open streams of notices.'),
    pushed(results: OpResult[]) {
      this.pushes.inc()
      for (const { st } of results) ops.inc({ result: st })
    },
  }
}

/** Memory, event loop and the like, once for the process that serves. */
export const countProcess = ({ registry }: Metrics): void => collectDefaultMetrics({ register: registry })
