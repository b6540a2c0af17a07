import table from './microsoft-skus.json'

/** Microsoft's codes and what they are called. Only the worker bundles it: screens show what was captured. */
type Skus = {
  byGuid: Map<string, { id: string; name: string }>
  byId: Map<string, string | null>
  guidById: Map<string, string | null>
}

let skus: Skus | undefined

function opened(): Skus {
  if (skus) return skus
  const made: Skus = { byGuid: new Map(), byId: new Map(), guidById: new Map() }
  for (const [guid = '', id = '', name = ''] of table.lines.map((line) => line.split('\t'))) {
    made.byGuid.set(guid, { id, name })
    made.guidById.set(id.toLowerCase(), made.guidById.has(id.toLowerCase()) ? null : guid)
    const known = made.byId.get(id.toUpperCase())
    // Two products share a string id in Microsoft's own table: then it names neither.
    made.byId.set(id.toUpperCase(), known === undefined || known === name ? name : null)
  }
  skus = made
  return made
}

/** The product's name by the GUID or the string id of a SKU: `ENTERPRISEPREMIUM` → `Office 365 E5`. */
export const microsoftProduct = (code: string): string | undefined =>
  opened().byGuid.get(code.trim().toLowerCase())?.name ?? opened().byId.get(code.trim().toUpperCase()) ?? undefined

/** The string id by the GUID of a SKU. */
export const microsoftSku = (guid: string): string | undefined => opened().byGuid.get(guid.trim().toLowerCase())?.id

/** The GUID of a SKU by its GUID or string id; undefined where two products share the string id, or none has it. */
export function microsoftGuid(code: string): string | undefined {
  const text = code.trim().toLowerCase()
  if (opened().byGuid.has(text)) return text
  return opened().guidById.get(text) ?? undefined
}
