import { exponentOf } from '../../shared/model/money.ts'
import { currencyOf } from '../heuristics/values/money.ts'

/** Currencies by the style of a cell, as its place in the workbook's list of styles. */
export type CurrencyStyles = ReadonlyMap<string, string>

/** `[$€-407]`, `[$kr-41D]`, `"EUR"`: the formats of numbers that carry a currency. */
export function currencyStyles(styles: string): CurrencyStyles {
  const formats = new Map<string, string>()
  for (const [tag] of styles.matchAll(/<numFmt\s[^>]{0,600}>/g)) {
    const currency = currencyIn(plain(attribute(tag, 'formatCode')))
    if (currency !== undefined) formats.set(attribute(tag, 'numFmtId'), currency)
  }
  const cells = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? ''
  const found = new Map<string, string>()
  for (const [at, [tag]] of [...cells.matchAll(/<xf\b[^>]{0,600}>/g)].entries()) {
    const currency = formats.get(attribute(tag, 'numFmtId'))
    if (currency !== undefined) found.set(String(at), currency)
  }
  return found
}

/** Numbers under such a style become what the sheet shows: an amount with its currency. */
export const withCurrencies = (sheet: string, styles: CurrencyStyles): string =>
  styles.size === 0
    ? sheet
    : sheet.replace(
        /<c\s([^>]{0,200})>(?:<f[^>]{0,200}>[^<]*<\/f>)?<v>(-?\d{1,15}(?:\.\d{1,20})?)<\/v><\/c>/g,
        (cell: string, attributes: string, number: string) => {
          const currency = styles.get(attribute(attributes, 's'))
          const text = currency === undefined || /\bt="(?!n")/.test(attributes) ? undefined : written(number, currency)
          return text === undefined ? cell : `<c r="${attribute(attributes, 'r')}" t="str"><v>${text}</v></c>`
        },
      )

/** As no language reads it otherwise: whole, or with two digits. What has more of them stays a number. */
function written(number: string, currency: string): string | undefined {
  const value = Number(number)
  if (Number.isInteger(value)) return `${value} ${currency}`
  const text = value.toFixed(2)
  return exponentOf(currency) === 2 && Math.abs(Number(text) - value) < 1e-9 ? `${text} ${currency}` : undefined
}

/** Signs of several currencies, by the region that the format names. */
const regions: Record<string, string> = {
  ...{ '409': 'USD', '1009': 'CAD', C09: 'AUD', '1409': 'NZD', '80A': 'MXN' },
  ...{ '41D': 'SEK', '406': 'DKK', '414': 'NOK', '814': 'NOK', '411': 'JPY', '804': 'CNY' },
}

function currencyIn(format: string): string | undefined {
  const [, sign, region = ''] = /\[\$([^\]-]{1,6})(?:-([0-9A-F]{1,8}))?\]/i.exec(format) ?? []
  const shown = sign ?? /"([^"]{1,6})"/.exec(format)?.[1]?.trim()
  if (shown === undefined) return undefined
  return currencyOf(shown) ?? (/^(?:\$|kr\.?|[¥￥])$/.test(shown) ? regions[region.toUpperCase()] : undefined)
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]{0,300})"`).exec(tag)?.[1] ?? ''

const plain = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
