import { Search } from 'lucide'
import { Icon } from './icon.tsx'

type Props = { label: string; value: string; onInput: (text: string) => void; compact?: boolean }

/** Type to find, in a list of whatever. */
export function SearchField({ label, value, onInput, compact = false }: Props) {
  return (
    <div class="search">
      <Icon of={Search} />
      <input
        class={compact ? 'field-input compact' : 'field-input'}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  )
}
