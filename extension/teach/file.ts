import { z } from 'zod'
import { Label } from '../../shared/model/values.ts'
import { Definition, maxDefinition, speaksFor } from '../connector-kit/taught.ts'

/** A taught connector as a file that travels between workspaces. */
const TaughtFile = z.strictObject({
  stocktake: z.literal('connector'),
  name: Label,
  vendor: Label,
  definition: Definition,
})
export type TaughtFile = z.infer<typeof TaughtFile>

export const fileOf = ({ name, vendor, definition }: Omit<TaughtFile, 'stocktake'>): string =>
  `${JSON.stringify({ stocktake: 'connector', name, vendor, definition }, null, 2)}\n`

/** What a file holds, or undefined where it is no taught connector. */
export function readFile(text: string): TaughtFile | undefined {
  if (text.length > maxDefinition * 4) return undefined
  try {
    const parsed = TaughtFile.safeParse(JSON.parse(text))
    if (!parsed.success) return undefined
    const { definition, vendor } = parsed.data
    const fits = JSON.stringify(definition).length <= maxDefinition
    return fits && speaksFor(definition, vendor) ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Segments of an address that name a tenant or a thing of theirs. */
const ofClient = /^(?=.*\d)[\w.-]{4,}$|@|%/

const scrubbed = (match: string): string =>
  match
    .split('/')
    .map((segment, at) => (at > 2 && ofClient.test(segment) ? '*' : segment))
    .join('/')

/** A proposal to ship it with the extension: the definition, and a case to fill in. No value of the client is in it. */
export function proposalOf({ name, vendor, definition }: Omit<TaughtFile, 'stocktake'>): string {
  const matches = definition.matches.map(scrubbed)
  const asProposed = JSON.stringify(
    { ...definition, matches },
    (key, value: unknown) => (key === 'value' ? '(a name, the same for every row)' : value),
    2,
  )
  const empty = { url: matches[0]?.replaceAll('*', ''), now: '2027-01-01T00:00:00.000Z', expected: [] }
  return [
    `${name}: a connector for ${vendor}`,
    '',
    'Taught by pointing. Definition:',
    asProposed,
    '',
    'Case (page.html and the expected drafts with made-up people and names at example.com):',
    JSON.stringify(empty, null, 2),
    '',
  ].join('\n')
}
