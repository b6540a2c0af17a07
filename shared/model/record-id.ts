import { idFrom } from './make-id.ts'

type Named = {
  type: string
  key: string
  vendor: string
  vendorAccount: { vendor: string; id: string; name?: string | undefined } | null
}

/** The record a sighting belongs to within a client: the same on every device. */
export const recordIdOf = (client: string, sighting: Named): Promise<string> =>
  idFrom(client, sighting.type, sighting.vendor, sighting.vendorAccount?.id ?? '', sighting.key)

/** JSON with sorted keys: equal values have equal text, whatever order their keys came in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
      .join(',')}}`
  return JSON.stringify(value) ?? 'null'
}
