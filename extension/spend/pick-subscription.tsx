import type { Uuid } from '../../shared/model/id.ts'
import { PickDialog } from '../ui/combobox/pick-dialog.tsx'
import { t } from '../ui/language.ts'
import { type Pickable, picked } from './called.ts'

type Props = {
  line: string
  all: Map<Uuid, Pickable>
  now: Uuid | null
  onClose: () => void
  onPick: (subscription: Uuid) => void
}

/** Which subscription a line pays for, where no candidate is the one. */
export const PickSubscription = ({ line, all, now, onClose, onPick }: Props) => (
  <PickDialog
    title={t('spend.pick.title', line)}
    label={t('spend.pick.hint')}
    none={t('spend.pick.none')}
    find={(typed) => picked(all.values(), typed)}
    say={({ name, vendor }) => ({ name, aside: vendor })}
    now={now}
    onTake={({ id }) => onPick(id)}
    onClose={onClose}
  />
)
