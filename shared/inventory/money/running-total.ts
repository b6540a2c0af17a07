import type { Amount, LeftOut, TotalWish } from './total.ts'

/** A total that follows its parts: one that changes is taken out as it was and put in as it is, and nothing is summed anew. */
export class RunningTotal {
  minor = 0n
  readonly leftOut = new Map<string, LeftOut>()
  readonly #parts = new Map<string, bigint>()
  readonly #wish: TotalWish

  constructor(wish: TotalWish) {
    this.#wish = wish
  }

  /** An amount in the place of its former self; undefined where nothing is due any more. */
  put(id: string, amount: Omit<Amount, 'id'> | undefined): void {
    this.minor -= this.#parts.get(id) ?? 0n
    this.#parts.delete(id)
    this.leftOut.delete(id)
    if (!amount) return
    const { money, on } = amount
    const { currency, rates, ...wish } = this.#wish
    const converted = rates.convert(money, currency, on, wish)
    if (!converted.ok) {
      this.leftOut.set(id, { id, money, reason: converted.reason })
      return
    }
    this.#parts.set(id, converted.minor)
    this.minor += converted.minor
  }
}
