import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Material } from '../../extension/connector-kit/material.ts'
import { type Reading, readMaterial } from '../../extension/connector-kit/run.ts'
import { pageAddress } from '../../extension/connector-kit/sighting.ts'
import { connectors } from '../../extension/connectors/index.ts'
import { MaterialSchema } from '../../extension/messages.ts'
import type { Evidence } from '../../shared/model/evidence.ts'
import { Sighting } from '../../shared/model/observation.ts'
import { microsoftProduct, microsoftSku } from '../../shared/vendor-directory/microsoft-skus.ts'

/**
 * A case is a folder: case.json (the page and the addresses of its responses), responses/, where needed page.json, and
 * expected.json. A failing case shows the difference; read it, and where it is right: `npx vitest run test/connectors -u`.
 */
const Case = z.strictObject({
  url: z.string(),
  title: z.string().default(''),
  lang: z.string().default(''),
  now: z.string(),
  /** File in responses/ → the address that answered it, in the order of arrival. */
  responses: z.record(z.string(), z.string()),
})

const here = new URL('.', import.meta.url)
const folders = (path: URL) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

function materialOf(folder: URL): Material {
  const text = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const { now, responses, ...page } = Case.parse(JSON.parse(text('case.json')))
  return MaterialSchema.parse({
    ...page,
    at: now,
    responses: Object.entries(responses).map(([file, url]) => ({ url, text: text(`responses/${file}`) })),
    page: existsSync(new URL('page.json', folder)) ? JSON.parse(text('page.json')) : null,
  })
}

/** Whole, in a form that a person reads: one line of evidence a field; what every sighting repeats is said once. */
function readable({ connector, problem, total, sightings }: Reading): string {
  const line = ({ source, confidence, locator, excerpt }: Evidence) =>
    `${source}, ${confidence}: ${locator} “${excerpt}”`
  const shown = sightings.map(({ capture, evidence, ...sighting }) => ({
    ...sighting,
    ...(capture.connector.id === connector?.id ? {} : { by: capture.connector.id }),
    evidence: Object.fromEntries(Object.entries(evidence).map(([field, found]) => [field, line(found)])),
  }))
  return `${JSON.stringify({ connector: connector?.id ?? null, problem, total, sightings: shown }, null, 2)}\n`
}

describe.each(folders(here))('%s', (id) => {
  const home = new URL(`${id}/`, here)
  test.each(folders(home))('%s', async (name) => {
    const folder = new URL(`${name}/`, home)
    const material = materialOf(folder)
    const captureId = '00000000-0000-4000-8000-000000000000'
    const reading = readMaterial(material, connectors, captureId, { microsoftProduct, microsoftSku })
    for (const sighting of reading.sightings) {
      expect(Sighting.safeParse(sighting).error).toBeUndefined()
      expect(sighting.capture).toMatchObject({ id: captureId, at: material.at, url: pageAddress(material.url) })
    }
    await expect(readable(reading)).toMatchFileSnapshot(new URL('expected.json', folder).pathname)
  })
})
