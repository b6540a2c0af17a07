import { CircleAlert, Info, TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../shared/problem.ts'
import { Icon } from './icon.tsx'
import { problemWords } from './problem-words.ts'

type Tone = 'plain' | 'soon' | 'late'
const icons = { plain: Info, soon: TriangleAlert, late: CircleAlert }

/** Something to know before going on; what helps stands below it. */
export function Note(props: { tone?: Tone; title: string; children?: ComponentChildren; actions?: ComponentChildren }) {
  const { tone = 'plain', title, children, actions } = props
  return (
    <div class={`note ${tone}`}>
      <Icon of={icons[tone]} />
      <div>
        <strong>{title}</strong>
        {children !== undefined && <span>{children}</span>}
        {actions !== undefined && <div class="actions">{actions}</div>}
      </div>
    </div>
  )
}

/** An expected failure in the words that its code has everywhere: what happened, what is safe, what to do next. */
export function ProblemNote({
  problem,
  about,
  tone = 'soon',
  actions,
}: {
  problem: Problem
  /** What it happened to. */
  about?: string
  tone?: Tone
  actions?: ComponentChildren
}) {
  const { happened, safe, next } = problemWords(problem)
  return (
    <Note tone={tone} title={about === undefined ? happened : `${about}: ${happened}`} actions={actions}>
      {safe} {next}
    </Note>
  )
}
