import { Uuid } from '../../shared/model/id.ts'
import { moneyFromDecimal } from '../../shared/model/money.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { type CapturedType, capturedTypes, fieldSchema } from '../../shared/model/record-type.ts'
import type { ReadRow } from '../connector-kit/define.ts'
import { identityOf } from '../heuristics/identity.ts'
import { type RowSteps, rowsPerStep } from '../heuristics/steps.ts'
import type { Cell, LabelledTable } from '../heuristics/tables.ts'
import { inEveryLanguage, says } from '../ui/every-language.ts'
import { type FieldWords, fieldWords } from '../ui/field-words.ts'
import { ownPeriod } from './own-period.ts'
import { ownChoice } from './values.ts'

type OwnColumn = { place: number; field: string; words: FieldWords; currency: number }

/** A list that this product wrote, in whichever language: which record a row is, and which columns are its fields. */
export type OwnList = { type: CapturedType; record: number; vendor: number; columns: OwnColumn[] }

const types = Object.keys(capturedTypes) as CapturedType[] // Object.keys is typed as string[]

/** Told by its column of ids, which names the type and which no other list has. Columns that are no field are derived, and not read. */
export function ownListOf(labels: string[]): OwnList | undefined {
  for (const [record, label] of labels.entries()) {
    const type = types.find((each) => isFilled('values.record', each, label))
    if (!type) continue
    const vendor = labels.findIndex((other) => says('common.vendor', other))
    return { type, record, vendor, columns: columnsOf(type, labels) }
  }
  return undefined
}

function columnsOf(type: CapturedType, labels: string[]): OwnColumn[] {
  const fields = Object.entries(fieldWords[type])
  return labels.flatMap((label, place) => {
    const found = fields.find(([, words]) => says(words.key, label))
    // Another record is told by its name, which is no id.
    if (!found || found[0] === 'subscription') return []
    return [
      {
        place,
        field: found[0],
        words: found[1],
        currency: labels.findIndex((other) => isFilled('values.currencyOf', label, other)),
      },
    ]
  })
}

const isFilled = (key: 'values.record' | 'values.currencyOf', told: string, label: string): boolean =>
  inEveryLanguage(key).some(([form = '']) => form.replace('$1', told) === label)

/** Each value as it was written: nothing is looked for, and nothing can be read in two ways. */
export function* ownSteps({ rows }: LabelledTable, { type, columns }: OwnList): RowSteps<ReadRow[]> {
  const read: ReadRow[] = []
  for (const [at, { cells }] of rows.entries()) {
    if (at % rowsPerStep === 0) yield at
    const row: ReadRow = { type, key: '', fields: {}, where: {} }
    for (const { place, field, words, currency } of columns) {
      const cell = cells[place]
      const value = cell && valueIn(words, cell, cells[currency])
      if (value === undefined || !fieldSchema(type, field)?.safeParse(value).success) continue
      row.fields[field] = value
      row.where[field] = { locator: cell?.locator ?? '', excerpt: String(cell?.value) }
    }
    read.push({ ...row, key: identityOf(type, row.fields).join(' · ') })
  }
  return read
}

function valueIn(words: FieldWords, { value }: Cell, currency: Cell | undefined): FieldValue | undefined {
  const text = String(value).trim()
  switch (words.kind) {
    case 'count':
      return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
    case 'money':
      return moneyFromDecimal(text, currency === undefined ? null : String(currency.value))
    case 'flag':
      return text === 'true' || text === 'yes' ? true : text === 'false' || text === 'no' ? false : undefined
    case 'choice':
      return ownChoice(words, value)
    case 'period':
      return ownPeriod('every', text)
    case 'length':
      return ownPeriod('length', text)
    case 'list':
      return text.split(', ')
    case 'counts':
      return text.split(', ').map(Number)
    default:
      return text
  }
}

/** Which record a row says that it is. */
export const recordIn = ({ record }: OwnList, cells: (Cell | undefined)[]): Uuid | undefined =>
  Uuid.safeParse(cells[record]?.value).data
