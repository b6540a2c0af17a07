import { CircleCheck } from 'lucide'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../../../ui/language.ts'

/** Everything on this page was accepted before and has not changed. */
export function AllKnown({ count }: { count: number }) {
  return (
    <div class="state">
      <h2>
        <Icon of={CircleCheck} class="tone-proven" /> {t('popup.knownTitle', count)}
      </h2>
      <p>{t('popup.known')}</p>
    </div>
  )
}
