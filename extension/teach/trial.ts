import { newId } from '../../shared/model/id.ts'
import type { Fields, FieldValue } from '../../shared/model/observation.ts'
import { CapturedType } from '../../shared/model/record-type.ts'
import type { Connector } from '../connector-kit/define.ts'
import { cellKey } from '../connector-kit/evaluate.ts'
import { cellsOf, lookupName } from '../connector-kit/lookup.ts'
import type { FoundList, Material } from '../connector-kit/material.ts'
import { realAddress } from '../connector-kit/practice.ts'
import { type ReadShown, read } from '../connector-kit/readers.ts'
import { readMaterial } from '../connector-kit/run.ts'
import { columnsOf } from '../heuristics/columns.ts'
import { languageOf, lexiconsFor } from '../heuristics/lexicon.ts'
import { orderOf } from '../heuristics/values/day.ts'
import { fieldByName } from '../import/propose.ts'
import { readAs } from '../import/values.ts'
import type { Look } from '../pointing/protocol.ts'

/** A value that a person said the field of, as people write it in the page's language. Nothing is guessed. */
export const readShown: ReadShown = (as, value, lang) => {
  const [type, field = ''] = as.split('.')
  const known = CapturedType.safeParse(type)
  return known.success ? readAs(known.data, field, value, { lang, order: orderOf(lang) }) : undefined
}

/** One cell of the page: what it shows, and as what it is read; undefined where it is not. */
export type Tried = { shown: string; value: FieldValue | undefined }
export type Trial = {
  rows: Record<string, Tried>[]
  /** What would become drafts, as the worker will read it. */
  found: Fields[]
  missing: string[]
  /** Whose account it is, where that was taught and the page says it. */
  account: string | undefined
}

/** Runs a connector against the present page by the interpreter that will run it, and shows what it made of each cell. */
export function tryOn(connector: Connector, look: Look): Trial {
  const list = Object.hasOwn(look.lists, lookupName(connector, 0)) ? look.lists[lookupName(connector, 0)] : undefined
  const reading = readMaterial(materialOf(look), [connector], newId(), { shown: readShown })
  return {
    rows: list ? cellsTried(connector, list, look.lang) : [],
    found: reading.sightings.map(({ fields }) => fields),
    missing: reading.missing,
    account: reading.sightings[0]?.vendorAccount?.id,
  }
}

const materialOf = ({ url, title, lang, lists }: Look): Material => ({
  url: realAddress(url),
  title,
  lang,
  at: new Date().toISOString(),
  responses: [],
  page: { headings: [], blocks: [], selections: {}, lists },
})

function cellsTried(connector: Connector, { rows }: FoundList, lang: string): Record<string, Tried>[] {
  const [rule] = connector.records
  if (!rule) return []
  const places = cellsOf(rule).map(cellKey)
  const cells = Object.entries(rule.fields).flatMap(([field, sources]) =>
    [sources].flat().flatMap((source) => (source.from === 'cell' ? [{ field, source }] : [])),
  )
  return rows.map((row) =>
    Object.fromEntries(
      cells.map(({ field, source }): [string, Tried] => {
        const cell = row[places.indexOf(cellKey(source.at))]
        const texts = cell ? [cell.text, ...(cell.hints ?? [])] : []
        const beside = { names: { shown: readShown }, lang }
        const value = texts.map((text) => read(text, source.read, beside)).find((each) => each !== undefined)
        return [field, { shown: cell?.text ?? '', value }]
      }),
    ),
  )
}

/** The field that the page's own word for a value says it is. */
export function fieldCalled(type: CapturedType, label: string, text: string, lang: string): string | undefined {
  if (label === '') return undefined
  const rows = [{ cells: [{ value: text, locator: '' }] }]
  const table = { source: 'page', near: [], columns: [label], rows, locator: '' } as const
  const [column] = columnsOf({ ...table, near: [], columns: [label] }, lexiconsFor(languageOf([label], lang)), lang)
  return column ? fieldByName(type, column) : undefined
}
