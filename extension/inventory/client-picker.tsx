import { Check, Plus, Search } from 'lucide'
import { useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import type { ClientCard } from '../records/clients.ts'
import { ComboboxField, OptionLine, Options } from '../ui/combobox/combobox.tsx'
import { useCombobox } from '../ui/combobox/use-combobox.ts'
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
  const options = optionsFor(clients, typed)
  const take = (option: Option) => ('client' in option ? onPick(option.client.id) : onCreate(option.create))
  const of = useCombobox({ options, typed, onType: setTyped, onTake: take, keys: { Escape: onClose } })
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
        <ComboboxField of={of} label={t('inventory.clients.find')} />
      </div>
      <Options of={of} label={t('inventory.clients.list')}>
        {options.map((option) => (
          <OptionLine key={option.id} of={of} option={option}>
            {'client' in option ? (
              <Client of={option.client} isActive={option.client.id === active} />
            ) : (
              <>
                <Icon of={Plus} /> <span class="cut">{t('inventory.clients.createNamed', option.create)}</span>
              </>
            )}
          </OptionLine>
        ))}
      </Options>
      {options.length === 0 && <p class="faint none">{t('inventory.clients.noMatch')}</p>}
    </div>
  )
}

const Client = ({ of, isActive }: { of: ClientCard; isActive: boolean }) => (
  <>
    <span class="swatch hued" style={{ '--hue': of.hue }} />
    <span class="cut">{of.name}</span>
    {isActive && (
      <span class="faint">
        <Icon of={Check} /> {t('inventory.clients.active')}
      </span>
    )}
  </>
)

function optionsFor(clients: ClientCard[], typed: string): Option[] {
  const wanted = typed.trim().toLocaleLowerCase()
  const found = clients
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((client): Option => ({ id: client.id, client }))
  const known = clients.some(({ name }) => name.trim().toLocaleLowerCase() === wanted)
  return wanted === '' || known ? found : [...found, { id: 'create', create: typed.trim() }]
}
