/** The best few of many, without sorting all: of what is equal, what came first. */
export class Best<T> {
  readonly all: { of: T; score: number }[] = []
  readonly #most: number
  /** What has no more than this is not among them. */
  floor = 0

  constructor(most: number) {
    this.#most = most
  }

  offer(of: T, score: number): void {
    const { all } = this
    if (score <= this.floor) return
    let at = all.length
    while (at > 0 && (all[at - 1]?.score ?? 0) < score) at--
    all.splice(at, 0, { of, score })
    if (all.length > this.#most) all.pop()
    if (all.length === this.#most) this.floor = all[all.length - 1]?.score ?? 0
  }
}
