import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { taughtNames } from '../db/taught-names.ts'
import { evidenceOf } from '../records/queries.ts'
import type { SourceView } from '../ui/source-tag.tsx'

/** Where a field's value stood; read only when somebody asks. */
export type EvidenceOf = (observation: Uuid, field: string) => Promise<SourceView | undefined>

export const evidenceFrom =
  (db: Database, client: Uuid): EvidenceOf =>
  async (observation, field) => {
    const found = await evidenceOf(db, client, observation, field)
    if (!found) return undefined
    const { at, url, connector } = found.capture
    const taught = found.source === 'page' && (await taughtNames(db, [connector.id])).get(connector.id)
    return { ...found, at, url, ...(typeof taught === 'string' ? { taught } : {}) }
  }
