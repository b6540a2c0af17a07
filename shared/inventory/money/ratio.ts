/** An exact fraction with a positive denominator: what an amount is until it is rounded, which happens once. */
export type Ratio = { num: bigint; den: bigint }

export const whole = (num: bigint | number): Ratio => ({ num: BigInt(num), den: 1n })

export const times = (a: Ratio, b: Ratio): Ratio => ({ num: a.num * b.num, den: a.den * b.den })

/** Undefined where it would be divided by nothing. */
export function over(a: Ratio, b: Ratio): Ratio | undefined {
  if (b.num === 0n) return undefined
  const sign = b.num < 0n ? -1n : 1n
  return { num: a.num * b.den * sign, den: a.den * b.num * sign }
}

/** "1.0827" as it is written, exactly. Undefined for what is no plain decimal of a bounded length. */
export function ratioOf(decimal: string): Ratio | undefined {
  const match = /^(-?\d{1,30})(?:\.(\d{1,30}))?$/.exec(decimal)
  if (!match) return undefined
  const fraction = match[2] ?? ''
  return { num: BigInt(`${match[1]}${fraction}`), den: 10n ** BigInt(fraction.length) }
}

/** To the nearest whole; a half to the even neighbor, so that many roundings do not drift. */
export function rounded({ num, den }: Ratio): bigint {
  const magnitude = num < 0n ? -num : num
  const [down, rest] = [magnitude / den, magnitude % den]
  const up = rest * 2n > den || (rest * 2n === den && down % 2n === 1n)
  const result = up ? down + 1n : down
  return num < 0n ? -result : result
}
