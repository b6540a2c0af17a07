import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { type ProblemCode, problem } from '../../shared/problem.ts'
import type { Session } from '../db/schema.ts'
import { dayOf } from '../ui/format.ts'
import { ProblemNote } from '../ui/note.tsx'
import { words } from './words.ts'

/** Why a visit was not, or not wholly, read. A changed page comes with a report that is ready to be sent. */
export function VisitProblem({ visit, code }: { visit: Session; code: ProblemCode }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(await reportText(visit))
    setCopied(true)
  }
  const actions =
    code === 'PAGE_CHANGED' && visit.connector !== null ? (
      <button type="button" class="button" onClick={() => void copy()}>
        <span aria-live="polite">{copied ? words.reportCopied : words.copyReport}</span>
      </button>
    ) : undefined
  return <ProblemNote problem={problem(code)} actions={actions} />
}

/** The connectors are loaded when a report is asked for: the popup opens without them. */
async function reportText({ connector: id, missing }: Session): Promise<string> {
  const [{ connectors }, { reportOf }] = await Promise.all([
    import('../connectors/index.ts'),
    import('./drift-report.ts'),
  ])
  const connector = connectors.find((known) => known.id === id)
  const { version } = browser.runtime.getManifest()
  return connector ? reportOf(connector, missing, { extension: version, on: dayOf(new Date()) }) : ''
}
