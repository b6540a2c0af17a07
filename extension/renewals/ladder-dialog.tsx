import { useState } from 'preact/hooks'
import type { Line } from '../../shared/inventory/renewal-lines.ts'
import { readDays } from '../ui/alert-days.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { t } from '../ui/language.ts'

type Props = { of: Line; onClose: () => void; onSave: (days: number[] | null) => void }

/** The ladder of one subscription; without one of its own it has the client's. */
export function LadderDialog({ of, onClose, onSave }: Props) {
  const [text, setText] = useState((of.alertDays ?? []).join(', '))
  const [wrong, setWrong] = useState(false)
  const save = () => {
    const days = readDays(text)
    if (days === undefined) setWrong(true)
    else onSave(days)
  }
  return (
    <FormDialog
      title={t('renewals.ladder.of', of.name)}
      submit={t('common.save')}
      cancel={t('common.cancel')}
      onClose={onClose}
      onSubmit={save}
    >
      <label class="field">
        <span>
          {t('renewals.ladder.field')} <span class="faint">{t('renewals.ladder.hint')}</span>
        </span>
        <input
          class="field-input"
          inputMode="numeric"
          placeholder="120, 90, 60, 30, 14, 7"
          aria-invalid={wrong}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setWrong(false)
          }}
        />
      </label>
      {wrong && (
        <p role="alert" class="tone-late">
          {t('renewals.ladder.wrong')}
        </p>
      )}
    </FormDialog>
  )
}
