import type { ProblemCode } from '../../../../shared/problem.ts'
import { problem } from '../../../../shared/problem.ts'
import { ProblemNote } from '../../../ui/note.tsx'
import { words } from '../words.ts'

/** Why nothing was found: signed out, page changed, too large; else that there was nothing to recognize. */
export function NothingFound({ code }: { code: ProblemCode | null }) {
  if (code !== null)
    return (
      <div class="state">
        <ProblemNote problem={problem(code)} />
      </div>
    )
  return (
    <div class="state">
      <h2>{words.nothingTitle}</h2>
      <p>{words.nothing}</p>
    </div>
  )
}
