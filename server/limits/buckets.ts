/** How many keys are remembered: those that were used longest ago are forgotten, which gives them a full bucket. */
const mostKeys = 10_000

/** A token bucket a key: a minute's worth may come at once, and then as many as flow in. */
export class Buckets {
  readonly #held = new Map<string, { left: number; at: number }>()
  constructor(readonly perMinute: number) {}

  /** Zero where it may go on, else the seconds to wait. */
  take(key: string, now: Date): number {
    const at = now.getTime()
    const before = this.#held.get(key)
    const flown = before ? (Math.max(0, at - before.at) * this.perMinute) / 60_000 : this.perMinute
    const left = Math.min(this.perMinute, (before?.left ?? 0) + flown)
    this.#held.delete(key)
    this.#held.set(key, { left: left >= 1 ? left - 1 : left, at })
    const [oldest] = this.#held.keys()
    if (this.#held.size > mostKeys && oldest !== undefined) this.#held.delete(oldest)
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / this.perMinute)
  }
}
