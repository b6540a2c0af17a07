import { useState } from 'preact/hooks'
import { typedRate } from '../../shared/inventory/money/typed-rate.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { formatDay } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { Note, ProblemNote } from '../ui/note.tsx'
import { toast } from '../ui/toasts.tsx'
import { takeTyped } from './take.ts'
import { pairsText } from './words.ts'

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
    toast(t('rates.saved', formatDay(on), base.toUpperCase(), pairsText(rates)))
  }
  const input = (value: string, set: (value: string) => void) => ({
    value,
    required: true,
    onInput: (event: { currentTarget: HTMLInputElement }) => set(event.currentTarget.value),
  })
  return (
    <form
      class="rates-typed"
      aria-label={t('rates.typed')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label class="field">
        <span>{t('rates.on')}</span>
        <input class="field-input" type="date" {...input(on, setOn)} />
      </label>
      <label class="field code">
        <span>{t('rates.one')}</span>
        <input class="field-input" maxLength={3} {...input(base, setBase)} />
      </label>
      <label class="field">
        <span>{t('rates.is')}</span>
        <input class="field-input number" inputMode="decimal" placeholder="1.0827" {...input(amount, setAmount)} />
      </label>
      <label class="field code">
        <span>{t('rates.currency')}</span>
        <input class="field-input" maxLength={3} placeholder="USD" {...input(code, setCode)} />
      </label>
      <label class="field">
        <span>{t('rates.source')}</span>
        <input class="field-input" maxLength={200} placeholder={t('rates.sourceHint')} {...input(source, setSource)} />
      </label>
      <button type="submit" class="button">
        {t('rates.save')}
      </button>
      {asked && (
        <Note tone="soon" title={t('rates.commaTitle')}>
          {t('rates.comma')}
        </Note>
      )}
      {problem && <ProblemNote problem={problem} tone="late" />}
    </form>
  )
}
