import { Check, Plus, Search } from 'lucide'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import type { ClientCard } from '../records/clients.ts'
import { focusFirst } from '../ui/focus.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'

type Props = {
  clients: ClientCard[]
  active: Uuid | null
  onPick: (client: Uuid) => void
  onCreate: (name: string) => void
  onClose: () => void
}

type Option = { id: string; client: ClientCard } | { id: string; create: string }

/** Type to find, arrows to choose, Enter to take; a name that nobody has offers to create it. */
export function ClientPicker({ clients, active, onPick, onCreate, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const options = optionsFor(clients, typed, list)
  const chosen = options[Math.min(at, options.length - 1)]
  const take = (option: Option | undefined) => {
    if (!option) return
    if ('client' in option) onPick(option.client.id)
    else onCreate(option.create)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act: Record<string, () => void> = {
      ArrowDown: () => setAt(Math.min(at + 1, options.length - 1)),
      ArrowUp: () => setAt(Math.max(at - 1, 0)),
      Home: () => setAt(0),
      End: () => setAt(options.length - 1),
      Enter: () => take(chosen),
      Escape: onClose,
    }
    if (!Object.hasOwn(act, event.key)) return
    event.preventDefault()
    event.stopPropagation()
    act[event.key]?.()
  }
  return (
    <div
      class="picker"
      onFocusOut={(event) => {
        const to = event.relatedTarget
        if (to instanceof Node && !event.currentTarget.contains(to)) onClose()
      }}
    >
      <div class="search">
        <Icon of={Search} />
        <input
          ref={focusFirst}
          class="field-input"
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={chosen?.id}
          aria-label={t('inventory.clients.find')}
          placeholder={t('inventory.clients.find')}
          maxLength={200}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={list} role="listbox" aria-label={t('inventory.clients.list')} class="options">
        {options.map((option) => (
          <PickerOption key={option.id} option={option} chosen={option === chosen} active={active} onTake={take} />
        ))}
      </div>
      {options.length === 0 && <p class="faint none">{t('inventory.clients.noMatch')}</p>}
    </div>
  )
}

function PickerOption(props: {
  option: Option
  chosen: boolean
  active: Uuid | null
  onTake: (option: Option) => void
}) {
  const { option, chosen, active, onTake } = props
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the option by aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above takes the keys
    <div
      ref={row}
      id={option.id}
      role="option"
      aria-selected={chosen}
      class="option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onTake(option)}
    >
      {'client' in option ? (
        <>
          <span class="swatch hued" style={{ '--hue': option.client.hue }} />
          <span class="cut">{option.client.name}</span>
          {option.client.id === active && (
            <span class="faint">
              <Icon of={Check} /> {t('inventory.clients.active')}
            </span>
          )}
        </>
      ) : (
        <>
          <Icon of={Plus} /> <span class="cut">{t('inventory.clients.createNamed', option.create)}</span>
        </>
      )}
    </div>
  )
}

function optionsFor(clients: ClientCard[], typed: string, list: string): Option[] {
  const wanted = typed.trim().toLocaleLowerCase()
  const found = clients
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((client): Option => ({ id: `${list}-${client.id}`, client }))
  const known = clients.some(({ name }) => name.trim().toLocaleLowerCase() === wanted)
  return wanted === '' || known ? found : [...found, { id: `${list}-create`, create: typed.trim() }]
}
