import { useState } from 'preact/hooks'
import { FormDialog } from '../ui/dialog.tsx'
import { t } from '../ui/language.ts'
import type { Named } from './merge.ts'

type Props = {
  from: Named
  label: string
  /** What it can be the same as. */
  others: Named[]
  onClose: () => void
  onMerge: (to: Named) => void
}

export function MergeDialog({ from, label, others, onClose, onMerge }: Props) {
  const [key, setKey] = useState(others[0]?.key ?? '')
  const chosen = others.find((other) => other.key === key)
  return (
    <FormDialog
      title={t('vendors.mergeTitle', from.name)}
      submit={t('vendors.merge')}
      cancel={t('common.cancel')}
      onClose={onClose}
      onSubmit={() => {
        if (chosen) onMerge(chosen)
      }}
    >
      <label class="field">
        <span>{label}</span>
        <select class="field-input" value={key} onChange={(event) => setKey(event.currentTarget.value)}>
          {others.map((other) => (
            <option key={other.key} value={other.key}>
              {other.name}
            </option>
          ))}
        </select>
      </label>
      <p class="faint">{t('vendors.mergeHint')}</p>
    </FormDialog>
  )
}
