import Papa from 'papaparse'
import { asWritten } from '../../shared/csv.ts'
import { type Grid, isBlank } from '../heuristics/csv.ts'

/** What stands between two values of a row. */
export const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe', ':': 'colon' } as const
export type Delimiter = keyof typeof delimiters
const candidates: Delimiter[] = [',', ';', '\t', '|']

export type Separation = { delimiter: Delimiter; quote: '"' | "'" }

const trial = 60

/** How the values of a text are set apart: what cuts the most of its first rows into the same number of values. */
export function separationOf(text: string): Separation {
  const quote = quoteOf(text)
  const stated = /^sep=([,;\t|:])\r?\n/i.exec(text)?.[1]
  const told = [...candidates, ':' as const].find((delimiter) => delimiter === stated)
  if (told) return { delimiter: told, quote }
  const judged = candidates.map((delimiter) => ({ delimiter, ...evenness(text, { delimiter, quote }) }))
  const [best] = judged.sort((a, b) => b.share - a.share || b.width - a.width)
  return { delimiter: best && best.share > 0 ? best.delimiter : ',', quote }
}

/** The share of the first rows that have the most common number of values, where that is more than one. */
function evenness(text: string, separation: Separation): { share: number; width: number } {
  const rows = parse(text, separation, trial).filter((row) => !row.every(isBlank))
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [common] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return common ? { width: common[0], share: common[1] / rows.length } : { width: 1, share: 0 }
}

/** Single quotes only where values are wrapped in them and no double quote is there. */
function quoteOf(text: string): Separation['quote'] {
  const head = text.slice(0, 8000)
  const wrapped = head.match(/(?:^|[,;\t|])'[^'\n]{0,200}'(?=[,;\t|\r\n]|$)/gm)?.length ?? 0
  return !head.includes('"') && wrapped >= 4 ? "'" : '"'
}

/** One row more than may be imported, so that a longer file is noticed. */
export const maxRows = 20_000
const preview = maxRows + 200

export const gridFromText = (text: string, separation: Separation): Grid => readText(text, separation).grid

/** `strayQuote`: the first row with a quotation mark that does not end a value: what follows it may have become part of it. */
export function readText(text: string, separation: Separation): { grid: Grid; strayQuote?: number } {
  const { data: rows, errors } = papa(text, separation, preview)
  while (rows.at(-1)?.every(isBlank)) rows.pop()
  const stray = errors.find(({ type }) => type === 'Quotes')?.row
  return { grid: rows.map((row) => row.map(asWritten)), ...(stray === undefined ? {} : { strayQuote: stray + 1 }) }
}

const parse = (text: string, separation: Separation, rows: number): string[][] => papa(text, separation, rows).data

const papa = (text: string, { delimiter, quote }: Separation, rows: number) =>
  Papa.parse<string[]>(text.replace(/^sep=.\r?\n/i, ''), { delimiter, quoteChar: quote, preview: rows })
