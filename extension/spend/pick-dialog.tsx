import { useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { t } from '../ui/language.ts'
import type { Pickable } from './called.ts'
import { SubscriptionField } from './subscription-field.tsx'

type Props = {
  line: string
  all: Map<Uuid, Pickable>
  now: Uuid | null
  onClose: () => void
  onPick: (subscription: Uuid) => void
}

/** Which subscription a line pays for, where no candidate is the one. */
export function PickDialog({ line, all, now, onClose, onPick }: Props) {
  const [value, setValue] = useState(now)
  return (
    <FormDialog
      title={t('spend.pick.title', line)}
      submit={t('spend.pick.choose')}
      cancel={t('common.cancel')}
      onClose={onClose}
      onSubmit={() => {
        if (value !== null) onPick(value)
      }}
    >
      <SubscriptionField all={all} value={value} onPick={setValue} first />
    </FormDialog>
  )
}
