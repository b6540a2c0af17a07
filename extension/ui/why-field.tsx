import { decideWords } from './decide-words.ts'

/** The reason of what is said of a renewal or a finding; it is kept and synced with it. */
export function WhyField({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  return (
    <label class="field">
      <span>{decideWords.why}</span>
      <input
        class="field-input"
        maxLength={500}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  )
}
