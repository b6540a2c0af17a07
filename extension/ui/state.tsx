import type { ComponentChildren } from 'preact'
import { t } from './language.ts'
import { ProblemNote } from './note.tsx'
import type { Failed, Live } from './use-live.ts'

/** Rows that are about to come, as tall as they will be. */
export function Ghosts({ rows = 3 }: { rows?: number }) {
  return (
    <div class="ghost-rows" aria-hidden="true">
      {Array.from({ length: rows * 2 }, (_, row) => (
        <div key={row} class="ghost" />
      ))}
    </div>
  )
}

/** The three states that every watched part of a screen has: coming, here, and not readable. */
export function Watched<T>({
  of,
  rows,
  children,
}: {
  of: Live<T>
  rows?: number
  children: (value: T) => ComponentChildren
}) {
  if (of.state === 'loading') return <Ghosts rows={rows ?? 3} />
  if (of.state === 'ready') return <>{children(of.value)}</>
  return <NotRead {...of} />
}

/** Why it could not be read, and a way to ask for it again where that may help. */
export const NotRead = ({ problem, retry }: Omit<Failed, 'state'>) => (
  <ProblemNote
    problem={problem}
    tone="late"
    actions={
      problem.retry ? (
        <button type="button" class="button" onClick={retry}>
          {t('common.tryAgain')}
        </button>
      ) : undefined
    }
  />
)
