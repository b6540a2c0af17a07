import { t } from './language.ts'

/** The reason of what is said of a renewal or a finding; it is kept and synced with it. */
export function WhyField({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  return (
    <label class="field">
      <span>{t('decide.why')}</span>
      <input
        class="field-input"
        maxLength={500}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  )
}
