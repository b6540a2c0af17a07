import { useId, useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import { t } from '../ui/language.ts'
import { type Pickable, picked } from './called.ts'

type Props = {
  all: Map<Uuid, Pickable>
  value: Uuid | null
  onPick: (id: Uuid | null) => void
  /** What nothing chosen means; without it something must be chosen. */
  none?: string
  /** It is what its dialog asks for. */
  first?: boolean
}

const most = 8

/** One subscription of many, by typing: ten thousand are no list to scroll through. */
export function SubscriptionField({ all, value, onPick, none, first }: Props) {
  const [typed, setTyped] = useState('')
  const group = useId()
  const chosen = value === null ? undefined : all.get(value)
  const found = picked(all.values(), typed, most).filter(({ id }) => id !== value)
  return (
    <fieldset class="spend-pick">
      <legend>{t('spend.pick.search')}</legend>
      <input
        class="field-input"
        type="search"
        data-first={first}
        aria-label={t('spend.pick.hint')}
        placeholder={t('spend.pick.hint')}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div class="choices">
        {none !== undefined && (
          <Option group={group} label={none} checked={value === null} onPick={() => onPick(null)} />
        )}
        {chosen && <Option group={group} label={chosen.name} aside={chosen.vendor} checked onPick={() => undefined} />}
        {found.map(({ id, name, vendor }) => (
          <Option key={id} group={group} label={name} aside={vendor} checked={false} onPick={() => onPick(id)} />
        ))}
        {found.length === 0 && typed !== '' && <p class="faint">{t('spend.pick.none')}</p>}
      </div>
    </fieldset>
  )
}

type OptionProps = { group: string; label: string; aside?: string; checked: boolean; onPick: () => void }

const Option = ({ group, label, aside, checked, onPick }: OptionProps) => (
  <label>
    <input type="radio" name={group} checked={checked} onChange={onPick} />
    <span class="cut">
      {label} {aside !== undefined && aside !== label && <span class="faint">{aside}</span>}
    </span>
  </label>
)
