import { Rate } from '../../model/rate.ts'
import { fail, type Outcome, ok } from '../../problem.ts'

/** Nobody's file of rates is larger: thirty years of days are 1.5 MB. */
export const ratesLimit = { characters: 8_000_000, days: 20_000, currencies: 200 }

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // biome-ignore format: a list

/**
 * The euro's reference rates as the European Central Bank publishes them: eurofxref.csv (one day), eurofxref-hist.csv (all
 * days), eurofxref-daily.xml and its like for more days. A file is taken whole or not at all: of one that is damaged
 * somewhere, nobody knows what else is.
 */
export function readEcb(file: string): Outcome<Rate[]> {
  if (file.length > ratesLimit.characters) return fail('RATES_TOO_LARGE')
  const text = file.replace(/^\uFEFF/, '').trimStart()
  const days = text.startsWith('<') ? daysOfXml(text) : daysOfCsv(text)
  if (days === undefined) return fail('RATES_UNKNOWN_FORMAT')
  if (days === 'too many') return fail('RATES_TOO_LARGE')
  const seen = new Set<string>()
  const rates: Rate[] = []
  for (const { on, pairs } of days) {
    const parsed = Rate.safeParse({ on, base: 'EUR', rates: Object.fromEntries(pairs), source: 'ECB', kind: 'spot' })
    const named = new Set(pairs.map(([currency]) => currency))
    // A day or a currency twice: one of the two is wrong, and nobody can say which.
    const doubtful =
      pairs.length === 0 || named.size !== pairs.length || seen.has(on) || [...named].some((code) => !isOther(code))
    if (!parsed.success || doubtful) return fail('RATES_DAMAGED', on.slice(0, 40))
    seen.add(on)
    rates.push(parsed.data)
  }
  return rates.length === 0 ? fail('RATES_UNKNOWN_FORMAT') : ok(rates)
}

/** A record's schema passes over a key named `__proto__`: here every name of the file is looked at. */
const isOther = (code: string): boolean => /^[A-Z]{3}$/.test(code) && code !== 'EUR'

type DayOfRates = { on: string; pairs: [currency: string, rate: string][] }
type Days = DayOfRates[] | 'too many' | undefined

/** A header of codes, a day a line; the last comma of a line ends it, and N/A is no rate. */
function daysOfCsv(text: string): Days {
  const lines = text.split(/\r\n|\n|\r/, ratesLimit.days + 3).filter((line) => line.trim() !== '')
  if (lines.length > ratesLimit.days + 1) return 'too many'
  const [header = [], ...rows] = lines.map((line) =>
    line
      .replace(/,\s*$/, '')
      .split(',', ratesLimit.currencies + 2)
      .map((cell) => cell.trim()),
  )
  const [first, ...codes] = header
  if (first !== 'Date' || codes.length === 0 || codes.length > ratesLimit.currencies) return undefined
  return rows.map(([day = '', ...cells]) => ({
    on: dayOf(day),
    // A line that is longer or shorter than the header has a rate under no code, or under a wrong one.
    pairs:
      cells.length === codes.length
        ? cells.flatMap((cell, at): DayOfRates['pairs'] => (cell === 'N/A' ? [] : [[codes[at] ?? '', cell]]))
        : [],
  }))
}

/** "27 November 2026" in the file of one day, an ISO day in the others. What is neither stays, and is no day. */
function dayOf(text: string): string {
  const [, day = '', name = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? []
  const month = months.indexOf(name) + 1
  return month === 0 ? text : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

const cube =
  /<Cube(?:\s+time=(["'])([^"'<>]{1,40})\1|\s+currency=(["'])([^"'<>]{1,40})\3\s+rate=(["'])([^"'<>]{1,40})\5)?\s*(\/?)>/g

/** Only the elements of that one layout; a document that declares entities or a type is refused unread. */
function daysOfXml(text: string): Days {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || !/<(?:\w+:)?Envelope[\s>]/.test(text)) return undefined
  const days: DayOfRates[] = []
  let found = 0
  for (const [, , time, , currency, , rate] of text.matchAll(cube)) {
    found++
    if (time !== undefined) {
      if (days.length === ratesLimit.days) return 'too many'
      days.push({ on: time, pairs: [] })
    } else if (currency !== undefined && rate !== undefined) {
      const day = days.at(-1)
      if (!day) return undefined
      if (day.pairs.push([currency, rate]) > ratesLimit.currencies) return 'too many'
    }
  }
  // A cube that is written in another way was not read: then the rest is not all there is.
  return found === text.split('<Cube').length - 1 ? days : undefined
}
