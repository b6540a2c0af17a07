import { fieldsOf } from '../../../shared/inventory/fold.ts'
import { t } from '../../ui/language.ts'
import { Note } from '../../ui/note.tsx'
import { labelOf, valueText } from '../../ui/value-text.ts'
import { type EditContext, writeField } from './editable.tsx'

/** Fields that a person corrected and of which the console shows another value since: somebody has to choose. */
export function Conflicts({ edit }: { edit: EditContext }) {
  return (
    <>
      {fieldsOf(edit.record).map(({ field, value, conflict }) => {
        if (!conflict) return null
        const label = labelOf('subscription', field)
        const mine = valueText('subscription', field, value)
        const theirs = valueText('subscription', field, conflict.captured.value)
        return (
          <Note
            key={field}
            tone="soon"
            title={t('inventory.page.conflict.of', label)}
            actions={
              <>
                <button
                  type="button"
                  class="button"
                  aria-label={t('inventory.page.conflict.keepOf', label, mine)}
                  onClick={() => void writeField(edit, field, value, t('inventory.page.conflict.kept', label, mine))}
                >
                  {t('inventory.attention.keep', mine)}
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={t('inventory.page.conflict.takeOf', label, theirs)}
                  onClick={() => void writeField(edit, field, null, t('inventory.page.conflict.took', label, theirs))}
                >
                  {t('inventory.attention.take', theirs)}
                </button>
              </>
            }
          >
            {t('inventory.page.conflict.standsBut', mine, theirs)}
          </Note>
        )
      })}
    </>
  )
}
