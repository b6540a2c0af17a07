import { useState } from 'preact/hooks'
import type { FieldValue } from '../../shared/model/observation.ts'
import { FieldInput } from './field-input.tsx'
import type { FieldWords } from './field-words.ts'
import { t } from './language.ts'

type Props = {
  words: FieldWords
  value: FieldValue | undefined
  onSave: (value: FieldValue) => void
  onLeave: () => void
}

/** One field, typed in its place: Enter saves it, Escape leaves it as it was, and what is no value says so. */
export function FieldEditor({ words, value: before, onSave, onLeave }: Props) {
  const [value, setValue] = useState(before)
  const [tried, setTried] = useState(false)
  const invalid = tried && value === undefined
  return (
    <form
      class="editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (value === undefined) return setTried(true)
        onSave(value)
      }}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <FieldInput words={words} value={before} invalid={invalid} onInput={setValue} />
      <button type="submit" class="button main">
        {t('common.save')}
      </button>
      <button type="button" class="button quiet" onClick={onLeave}>
        {t('common.cancel')}
      </button>
      {invalid && (
        <p class="tone-late" role="alert">
          {t('fieldInput.notAValue')}
        </p>
      )}
    </form>
  )
}
