import { LoaderCircle } from 'lucide'
import { Icon } from '../../../ui/icon.tsx'
import { words } from '../words.ts'

/** Allowed, and nothing has arrived yet. */
export function Reading() {
  return (
    <div class="state">
      <h2>
        <Icon of={LoaderCircle} class="turning" /> {words.readingTitle}
      </h2>
      <p>{words.reading}</p>
    </div>
  )
}
