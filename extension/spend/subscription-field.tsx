import { ChevronDown, X } from 'lucide'
import { useId } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import type { Pickable } from './called.ts'

type Props = { value: Pickable | undefined; onAsk: () => void; onClear: () => void }

/** Which subscription a line pays for, among a form's fields: it opens the search for one. */
export function SubscriptionField({ value, onAsk, onClear }: Props) {
  const id = useId()
  return (
    <div class="field">
      <span id={id}>{t('spend.pick.search')}</span>
      <span class="field-pair">
        <button
          type="button"
          class="field-input spend-picked"
          aria-haspopup="dialog"
          aria-labelledby={`${id} ${id}-value`}
          onClick={onAsk}
        >
          <span id={`${id}-value`} class={`cut ${value ? '' : 'faint'}`}>
            {value ? value.name : t('spend.pick.asMatched')}
          </span>
          <Icon of={ChevronDown} />
        </button>
        {value && (
          <button type="button" class="button square" aria-label={t('spend.pick.clear')} onClick={onClear}>
            <Icon of={X} />
          </button>
        )}
      </span>
    </div>
  )
}
