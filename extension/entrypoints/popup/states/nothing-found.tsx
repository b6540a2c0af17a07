import type { ProblemCode } from '../../../../shared/problem.ts'
import type { Session } from '../../../db/schema.ts'
import { VisitProblem } from '../../../review/visit-problem.tsx'
import { t } from '../../../ui/language.ts'
import { knownConnectors } from '../known-connectors.ts'

/** Why nothing was found: signed out, page changed, too large; else that there was nothing to recognize. */
export function NothingFound({ visit, code }: { visit: Session; code: ProblemCode | null }) {
  if (code !== null)
    return (
      <div class="state">
        <VisitProblem visit={visit} code={code} known={knownConnectors} />
      </div>
    )
  return (
    <div class="state">
      <h2>{t('popup.nothingTitle')}</h2>
      <p>{t('popup.nothing')}</p>
    </div>
  )
}
