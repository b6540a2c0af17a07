import { useId } from 'preact/hooks'

type Props<T extends string> = { label: string; choices: Record<T, string>; value: T; onPick: (value: T) => void }

/** A few ways to look at the same, side by side; arrows move between them, as the browser has it for radio buttons. */
export function Choices<T extends string>({ label, choices, value, onPick }: Props<T>) {
  const name = useId()
  const keys = Object.keys(choices) as T[] // Object.keys is typed as string[]
  return (
    <fieldset class="spend-choices">
      <legend class="aside">{label}</legend>
      {keys.map((key) => (
        <label key={key} class={key === value ? 'chosen' : ''}>
          <input type="radio" name={name} value={key} checked={key === value} onChange={() => onPick(key)} />
          {choices[key]}
        </label>
      ))}
    </fieldset>
  )
}
