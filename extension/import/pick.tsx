import type { ComponentChildren } from 'preact'

export type Choice = { value: string; label: string }

/** A labelled choice among a few words. */
export function Pick(props: {
  label: string
  value: string
  choices: Choice[]
  onPick: (value: string) => void
  labelled?: 'above' | 'aside'
  children?: ComponentChildren
}) {
  const { label, value, choices, onPick, labelled = 'above', children } = props
  return (
    <label class="field">
      <span class={labelled === 'aside' ? 'aside' : ''}>{label}</span>
      <select class="field-input compact" value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {children}
    </label>
  )
}
