import type { Day } from '../../model/day.ts'
import { idFrom, type Uuid } from '../../model/id.ts'
import type { Belief } from '../belief.ts'
import type { Finding } from './finding.ts'

export type Judged = Finding & {
  status: 'open' | 'accepted' | 'dismissed'
  /** What the person said of it; `reason` stays why it was found. */
  said?: string
  until?: Day
  by?: string
}

/** The record of what is said of a finding: the same one on every device of a client. */
export const judgementId = (client: Uuid, key: string): Promise<Uuid> => idFrom(client, 'judgement', key)

/** A dismissed finding stays so until its day, or for good: no new capture and no other amount brings it back. */
export function judged(findings: Finding[], judgements: Belief<'judgement'>[], today: Day): Judged[] {
  const byKey = new Map(judgements.map(({ values }) => [values.finding, values]))
  return findings.map((finding) => {
    const { status = 'open', until, reason, by } = byKey.get(finding.key) ?? {}
    const lapsed = status === 'dismissed' && until !== undefined && until < today
    if (lapsed || status === 'open') return { ...finding, status: 'open' }
    const said = reason === undefined ? {} : { said: reason }
    return {
      ...finding,
      status,
      ...said,
      ...(until === undefined ? {} : { until }),
      ...(by === undefined ? {} : { by }),
    }
  })
}
