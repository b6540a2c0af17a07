import { useState } from 'preact/hooks'
import { FormDialog } from '../ui/dialog.tsx'
import { t } from '../ui/language.ts'

/** Asks for the name of a new client. */
export function AddClient({ onAdd, onClose }: { onAdd: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() === '') return
    onClose()
    onAdd(name.trim())
  }
  return (
    <FormDialog
      title={t('search.addClient')}
      submit={t('search.add')}
      cancel={t('common.cancel')}
      onClose={onClose}
      onSubmit={add}
    >
      <label class="field">
        <span>{t('search.clientName')}</span>
        <input
          data-first
          class="field-input"
          required
          maxLength={200}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
    </FormDialog>
  )
}
