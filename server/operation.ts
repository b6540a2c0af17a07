import type { Config } from './config.ts'
import { Admission } from './limits/admission.ts'
import { Buckets } from './limits/buckets.ts'
import { createMetrics, type Metrics } from './metrics/metrics.ts'
import type { Secret } from './secret.ts'

/** What the operator sees and sets of one running server; nothing of it is in the database. */
export type Operation = {
  metrics: Metrics
  metricsToken: Secret | undefined
  trustProxy: number
  /**
   * By paired device and in this process alone: a device is known already, so nobody gains by asking several servers, and
   * counting costs no write. Tries to sign in are counted in the database (people/attempts.ts, T40).
   */
  pushes: Buckets
  pulls: Buckets
  admission: Admission
  /** Aborted when this server has been told to stop: streams end, and it is not ready any more. */
  stopping: AbortController
}

export function createOperation({ limits, metricsToken, trustProxy }: Config): Operation {
  const metrics = createMetrics()
  return {
    metrics,
    metricsToken,
    trustProxy,
    pushes: new Buckets(limits.pushesPerMinute),
    pulls: new Buckets(limits.pullsPerMinute),
    admission: new Admission(limits.inFlight, metrics),
    stopping: new AbortController(),
  }
}
