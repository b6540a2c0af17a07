import { LoaderCircle } from 'lucide'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../../../ui/language.ts'

/** Allowed, and nothing has arrived yet. */
export function Reading() {
  return (
    <div class="state">
      <h2>
        <Icon of={LoaderCircle} class="turning" /> {t('popup.readingTitle')}
      </h2>
      <p>{t('popup.reading')}</p>
    </div>
  )
}
