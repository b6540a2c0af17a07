/** An amount as stated (`Money`), or one that was worked out exactly and may pass what a number counts. */
export type Exact = { minor: number | bigint; currency: string | null }

/** An amount that may pass what a number counts exactly: a sum. */
export type Sum = { currency: string; minor: bigint }

/** Sums by currency, exact in any order. */
export class Sums {
  readonly #byCurrency = new Map<string, bigint>()

  add(currency: string, minor: bigint | number): void {
    this.#byCurrency.set(currency, (this.#byCurrency.get(currency) ?? 0n) + BigInt(minor))
  }

  /** By code, so that the same parts give the same list. */
  list(): Sum[] {
    return [...this.#byCurrency].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minor]) => ({ currency, minor }))
  }
}

/** The sums of amounts, and how many of them say no currency and are in none. */
export function sumsOf(amounts: Iterable<Exact>): { sums: Sum[]; withoutCurrency: number } {
  const sums = new Sums()
  let withoutCurrency = 0
  for (const { minor, currency } of amounts) {
    if (currency === null) withoutCurrency++
    else sums.add(currency, minor)
  }
  return { sums: sums.list(), withoutCurrency }
}
