import { fieldsOf } from '../../../shared/inventory/fields-of.ts'
import { Note } from '../../ui/note.tsx'
import { labelOf, valueText } from '../../ui/value-text.ts'
import { type EditContext, writeField } from './editable.tsx'
import { words } from './words.ts'

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
            title={words.twoValuesOf(label)}
            actions={
              <>
                <button
                  type="button"
                  class="button"
                  aria-label={words.keepOf(label, mine)}
                  onClick={() => void writeField(edit, field, value, words.kept(label, mine))}
                >
                  {words.keep(mine)}
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={words.takeOf(label, theirs)}
                  onClick={() => void writeField(edit, field, null, words.took(label, theirs))}
                >
                  {words.take(theirs)}
                </button>
              </>
            }
          >
            {words.standsBut(mine, theirs)}
          </Note>
        )
      })}
    </>
  )
}
