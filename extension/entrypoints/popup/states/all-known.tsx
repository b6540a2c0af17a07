import { CircleCheck } from 'lucide'
import { Icon } from '../../../ui/icon.tsx'
import { words } from '../words.ts'

/** Everything on this page was accepted before and has not changed. */
export function AllKnown({ count }: { count: number }) {
  return (
    <div class="state">
      <h2>
        <Icon of={CircleCheck} class="tone-proven" /> {words.knownTitle(count)}
      </h2>
      <p>{words.known}</p>
    </div>
  )
}
