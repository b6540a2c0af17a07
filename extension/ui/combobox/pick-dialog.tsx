import { Check, Search } from 'lucide'
import { useState } from 'preact/hooks'
import { Dialog } from '../dialog.tsx'
import { Icon } from '../icon.tsx'
import { t } from '../language.ts'
import { ComboboxField, OptionLine, Options } from './combobox.tsx'
import { useCombobox } from './use-combobox.ts'

type Props<One> = {
  title: string
  /** What is typed. */
  label: string
  /** What taking one does. */
  hint?: string
  /** Said where nothing fits. */
  none: string
  find: (typed: string) => One[]
  say: (one: One) => { name: string; aside?: string }
  /** The one that it is now. */
  now?: string | null
  onTake: (one: One) => void
  onClose: () => void
}

const most = 8

/** One of many, by typing. Of ten thousand only the first few that fit are painted, in room that is always there. */
export function PickDialog<One extends { id: string }>(props: Props<One>) {
  const { title, label, hint, none, find, say, now, onTake, onClose } = props
  const [typed, setTyped] = useState('')
  const fitting = find(typed)
  const options = fitting.slice(0, most)
  const of = useCombobox({ options, typed, onType: setTyped, onTake, isUnasked: true })
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <button type="button" class="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
      }
    >
      <div class="search">
        <Icon of={Search} />
        <ComboboxField of={of} label={label} />
      </div>
      <div class="pick-room">
        <Options of={of} label={title}>
          {options.map((one) => (
            <OptionLine key={one.id} of={of} option={one}>
              <Said {...say(one)} />
              {one.id === now && <Icon of={Check} />}
            </OptionLine>
          ))}
        </Options>
        <p class="faint" role="status">
          {options.length === 0 ? none : fitting.length > most ? t('list.typeOn', fitting.length - most) : ''}
        </p>
      </div>
      {hint !== undefined && <p class="faint">{hint}</p>}
    </Dialog>
  )
}

const Said = ({ name, aside }: { name: string; aside?: string }) => (
  <span class="cut">
    {name} {aside !== undefined && aside !== '' && aside !== name && <span class="faint">{aside}</span>}
  </span>
)
