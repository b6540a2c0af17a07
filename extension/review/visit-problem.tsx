import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { type ProblemCode, problem } from '../../shared/problem.ts'
import type { Connector } from '../connector-kit/define.ts'
import type { Session } from '../db/schema.ts'
import { dayOf } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { ProblemNote } from '../ui/note.tsx'
import { changedFor } from './drift.ts'

/** Built in and taught; loaded when a report is asked for, as the popup opens without them. */
export type KnownConnectors = () => Promise<Connector[]>

/** Why a visit was not, or not wholly, read. A changed page comes with a report that is ready to be sent. */
export function VisitProblem({ visit, code, known }: { visit: Session; code: ProblemCode; known: KnownConnectors }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(await reportText(visit, known))
    setCopied(true)
  }
  const actions =
    code === 'PAGE_CHANGED' && changedFor(visit).connector !== null ? (
      <button type="button" class="button" onClick={() => void copy()}>
        <span aria-live="polite">{copied ? t('review.reportCopied') : t('review.copyReport')}</span>
      </button>
    ) : undefined
  return <ProblemNote problem={problem(code)} actions={actions} />
}

async function reportText(visit: Session, known: KnownConnectors): Promise<string> {
  const { connector: id, missing } = changedFor(visit)
  const [connectors, { reportOf }] = await Promise.all([known(), import('./drift-report.ts')])
  const connector = connectors.find((one) => one.id === id)
  const { version } = browser.runtime.getManifest()
  return connector ? reportOf(connector, missing, { extension: version, on: dayOf(new Date()) }) : ''
}
