import { ChevronDown } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { Icon } from '../icon.tsx'
import type { Placed } from './virtual-rows.tsx'

type Props<R> = {
  of: { key: string; name: string; level: number; rows: R[] }
  countOf: (rows: R[]) => string
  sumOf: (rows: R[]) => ComponentChildren
  span: number
  closed: boolean
  onToggle: (key: string) => void
  placed: Omit<Placed, 'key'>
}

/** The head of a group: its name, how many, what they come to. It opens and closes what is under it. */
export function HeadRow<R>({ of, countOf, sumOf, span, closed, onToggle, placed: { ref, ...placed } }: Props<R>) {
  // Not summed up again while it only moves.
  const count = useMemo(() => countOf(of.rows), [of.rows, countOf])
  const sum = useMemo(() => sumOf(of.rows), [of.rows, sumOf])
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are not in sight are not there, which a table element cannot say
    // biome-ignore lint/a11y/useFocusableInteractive: its button is
    <div ref={ref} class={`list-group level-${of.level}`} role="row" {...placed}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" aria-colspan={span} class="list-group-cell">
        <button type="button" class="list-group-name" aria-expanded={!closed} onClick={() => onToggle(of.key)}>
          <Icon of={ChevronDown} class={closed ? 'turned' : ''} /> <span class="cut">{of.name}</span>
        </button>
        <span class="faint">{count}</span>
        {sum}
      </div>
    </div>
  )
}
