import type { Material } from '../../extension/connector-kit/material.ts'
import { readMaterial } from '../../extension/connector-kit/run.ts'
import { connectors } from '../../extension/connectors/index.ts'
import type { PageReader } from '../support/page-reader.ts'
import type { Case } from './cases.ts'
import { readFile } from './file.ts'
import { excerptsOf, type NeutralRecord, neutralOf } from './neutral.ts'

export type Result = { records: NeutralRecord[]; ms: number }

/** When the cases were gathered; reading has no other clock. */
const at = '2026-11-20T12:00:00Z'
const capture = '00000000-0000-4000-8000-000000000000'

/** Reads one case with the engine as it ships. `ms` is the reading alone, on the page and in the worker. */
export async function readCase(one: Case, page: () => Promise<PageReader>, genericOnly: boolean): Promise<Result> {
  if (one.kind === 'file') return readFile(one.name, one.bytes, at)
  if (one.kind === 'response') {
    const responses = [{ url: one.url, text: one.text }]
    return readVisit({ url: one.url, title: '', lang: '', at, responses, page: null }, genericOnly)
  }
  const shown = await (await page()).read(one.url, one.html)
  const { snapshot, lang, title, ms } = shown
  const read = readVisit({ url: one.url, title, lang, at, responses: [], page: snapshot }, genericOnly)
  return { ...read, ms: read.ms + ms }
}

function readVisit(material: Material, genericOnly: boolean): Result {
  const start = performance.now()
  const chosen = genericOnly ? connectors.filter(({ readAll }) => readAll !== undefined) : connectors
  const { sightings } = readMaterial(material, chosen, capture)
  const ms = performance.now() - start
  const page = material.page !== null
  const records = sightings.map(({ type, fields, evidence }) =>
    neutralOf({ type, fields, page, excerpts: excerptsOf(evidence) }),
  )
  return { records, ms }
}
