/** Making a formatter takes a hundred times as long as using it, and a list uses a few of them thousands of times. */
function keptBy<O extends object, F>(make: (speaks: string, options: O) => F): (speaks: string, options: O) => F {
  const made = new Map<string, F>()
  return (speaks, options) => {
    const key = `${speaks} ${JSON.stringify(options)}`
    const known = made.get(key) ?? make(speaks, options)
    made.set(key, known)
    return known
  }
}

export const numbersIn = keptBy((speaks, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(speaks, options))
export const daysIn = keptBy((speaks, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(speaks, options))
export const relativeIn = keptBy(
  (speaks, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(speaks, options),
)
