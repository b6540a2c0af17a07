import { useState } from 'preact/hooks'
import { typedRate } from '../../shared/inventory/money/typed-rate.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { Note, ProblemNote } from '../ui/note.tsx'
import { toast } from '../ui/toasts.tsx'
import { takeTyped } from './take.ts'
import { words } from './words.ts'

/** One rate as a person has it: of a bank, of a contract. A comma is read as a decimal point where it can be nothing else. */
export function TypedForm({ db, today }: { db: Database; today: Day }) {
  const [on, setOn] = useState<string>(today)
  const [base, setBase] = useState('EUR')
  const [amount, setAmount] = useState('')
  const [code, setCode] = useState('')
  const [source, setSource] = useState('')
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async () => {
    // "1,450" is a thousand to some and one and a half to others.
    if (/^\d{1,3},\d{3}$/.test(amount.trim())) return setAsked(true)
    const rates = { [code.trim().toUpperCase()]: amount.trim().replace(',', '.') }
    const rate = typedRate({ on, base: base.trim().toUpperCase(), rates, source: source.trim(), kind: 'spot' })
    const outcome = rate.ok ? await takeTyped(db, rate.value) : rate
    setAsked(false)
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok) return
    setAmount('')
    toast(words.saved(on, base, rates))
  }
  const input = (value: string, set: (value: string) => void) => ({
    value,
    required: true,
    onInput: (event: { currentTarget: HTMLInputElement }) => set(event.currentTarget.value),
  })
  return (
    <form
      class="rates-typed"
      aria-label={words.typed}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label class="field">
        <span>{words.on}</span>
        <input class="field-input" type="date" {...input(on, setOn)} />
      </label>
      <label class="field code">
        <span>{words.one}</span>
        <input class="field-input" maxLength={3} {...input(base, setBase)} />
      </label>
      <label class="field">
        <span>{words.is}</span>
        <input class="field-input number" inputMode="decimal" placeholder="1.0827" {...input(amount, setAmount)} />
      </label>
      <label class="field code">
        <span>{words.currency}</span>
        <input class="field-input" maxLength={3} placeholder="USD" {...input(code, setCode)} />
      </label>
      <label class="field">
        <span>{words.source}</span>
        <input class="field-input" maxLength={200} placeholder={words.sourceHint} {...input(source, setSource)} />
      </label>
      <button type="submit" class="button">
        {words.save}
      </button>
      {asked && (
        <Note tone="soon" title={words.commaTitle}>
          {words.comma}
        </Note>
      )}
      {problem && <ProblemNote problem={problem} tone="late" />}
    </form>
  )
}
