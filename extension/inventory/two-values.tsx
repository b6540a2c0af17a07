import { TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import { Icon } from '../ui/icon.tsx'

export type Side = {
  /** Whose word it is: "Entered, and stands". */
  whose: string
  value: string
  /** By whom and when it was said, and its evidence. */
  said: ComponentChildren
  choose: string
  /** What the button is called where several of its kind are on the page. */
  chooseCalled?: string
  onChoose: () => void
}

/** Two values of one field beside each other, each with who said it, and the button that chooses it under it. */
export function TwoValues({ title, sides }: { title: string; sides: [Side, Side] }) {
  return (
    <section class="note soon two-values" aria-label={title}>
      <Icon of={TriangleAlert} />
      <div>
        <strong>{title}</strong>
        <ul class="sides">
          {sides.map((side) => (
            <li key={side.whose}>
              <span class="small">{side.whose}</span>
              <strong class="side-value">{side.value}</strong>
              <span class="small">{side.said}</span>
              <button type="button" class="button" aria-label={side.chooseCalled} onClick={side.onChoose}>
                {side.choose}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
