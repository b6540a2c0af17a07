import { useEffect, useState } from 'preact/hooks'
import type { FieldValue } from '../../shared/model/observation.ts'
import { t } from '../ui/language.ts'
import { type ClientFact, factText } from './client-facts.ts'

type Props = {
  of: ClientFact
  value: FieldValue | undefined
  /** The client's, where it has one. */
  currency?: string
  onSay: (value: FieldValue | null) => void
}

/** One line, saved as it is left or on Enter; what is no value of it is said, and nothing is written. */
export function ClientFactField({ of: { field, placeholder, read }, value, currency, onSay }: Props) {
  const known = factText(value)
  const [text, setText] = useState(known)
  const [refused, setRefused] = useState(false)
  useEffect(() => setText(known), [known])
  const leave = () => {
    const said = read(text, currency)
    setRefused(said === undefined)
    if (said !== undefined && factText(said) !== known) onSay(said)
  }
  return (
    <label class="field">
      <span>{t(`rates.facts.${field}.label`)}</span>
      <input
        class="field-input"
        name={field}
        value={text}
        placeholder={placeholder}
        maxLength={5000}
        aria-invalid={refused}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
      {refused ? (
        <span class="tone-late" role="alert">
          {t('rates.notAValue')}
        </span>
      ) : (
        <span class="faint">{t(`rates.facts.${field}.hint`)}</span>
      )}
    </label>
  )
}
