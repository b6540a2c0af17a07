import { useState } from 'preact/hooks'
import { moneyToDecimal } from '../../shared/model/money.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import type { FieldWords } from './field-words.ts'
import { focusFirst } from './focus.ts'
import { t } from './language.ts'
import { readCount, readMoney, readText } from './read-input.ts'
import { moneyOf, periodOf } from './value-text.ts'

type Props = {
  words: FieldWords
  value: FieldValue | undefined
  /** Undefined: what stands there is no value of this field. */
  onInput: (value: FieldValue | undefined) => void
  invalid: boolean
}

/** The typed input of one field. It takes focus when it appears: somebody has just asked for it. */
export function FieldInput(props: Props) {
  const { words } = props
  if (words.kind === 'money') return <MoneyInput {...props} />
  if (words.kind === 'period' || words.kind === 'length') return <PeriodInput {...props} />
  if (words.kind === 'flag') return <Choice {...props} choices={{ yes: t('values.yes'), no: t('values.no') }} />
  if (words.kind === 'choice') return <Choice {...props} choices={words.choices} />
  return <PlainInput {...props} />
}

const plainText = (value: FieldValue | undefined): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : Array.isArray(value) ? value.join(', ') : String(value ?? '')

function PlainInput({ words, value, onInput, invalid }: Props) {
  const counting = words.kind === 'count'
  const type = words.kind === 'day' ? ({ type: 'date' } as const) : ({ type: 'text' } as const)
  return (
    <input
      {...type}
      ref={focusFirst}
      class={`field-input compact ${counting ? 'number' : ''}`}
      inputMode={counting ? 'numeric' : 'text'}
      aria-label={words.label}
      aria-invalid={invalid}
      defaultValue={plainText(value)}
      onInput={(event) => onInput(readText(words.kind, event.currentTarget.value))}
    />
  )
}

function Choice({ words, value, onInput, choices }: Props & { choices: Record<string, string> }) {
  const known = plainText(value)
  return (
    <select
      ref={focusFirst}
      class="field-input compact"
      aria-label={words.label}
      onChange={(event) => onInput(readText(words.kind, event.currentTarget.value))}
    >
      {known === '' && <option value="">…</option>}
      {Object.entries(choices).map(([word, label]) => (
        <option key={word} value={word} selected={word === known}>
          {label}
        </option>
      ))}
    </select>
  )
}

function MoneyInput({ words, value, onInput, invalid }: Props) {
  const money = moneyOf(value)
  const [amount, setAmount] = useState(money ? moneyToDecimal(money) : '')
  const [currency, setCurrency] = useState(money?.currency ?? '')
  const tell = (nextAmount: string, nextCurrency: string) => {
    setAmount(nextAmount)
    setCurrency(nextCurrency)
    // Typed back, "1.234" KWD is what it was; typed anew it may be two numbers.
    const asItWas = money && nextAmount === moneyToDecimal(money) && nextCurrency === (money.currency ?? '')
    onInput(asItWas ? money : readMoney(nextAmount, nextCurrency))
  }
  return (
    <span class="field-pair">
      <input
        ref={focusFirst}
        class="field-input compact number"
        inputMode="decimal"
        aria-label={words.label}
        aria-invalid={invalid}
        value={amount}
        onInput={(event) => tell(event.currentTarget.value, currency)}
      />
      <input
        class="field-input compact code"
        aria-label={t('fieldInput.currency', words.label)}
        placeholder="EUR"
        maxLength={3}
        value={currency}
        onInput={(event) => tell(amount, event.currentTarget.value)}
      />
    </span>
  )
}

const units = ['day', 'week', 'month', 'year'] as const

function PeriodInput({ words, value, onInput, invalid }: Props) {
  const period = periodOf(value) ?? { count: 1, unit: 'month' as const }
  const [count, setCount] = useState(String(period.count))
  const [unit, setUnit] = useState<string>(period.unit)
  const tell = (nextCount: string, nextUnit: string) => {
    setCount(nextCount)
    setUnit(nextUnit)
    const read = readCount(nextCount)
    onInput(typeof read === 'number' && read >= 1 && read <= 120 ? { count: read, unit: nextUnit } : undefined)
  }
  return (
    <span class="field-pair">
      <input
        ref={focusFirst}
        class="field-input compact number"
        inputMode="numeric"
        aria-label={t('fieldInput.every', words.label)}
        aria-invalid={invalid}
        value={count}
        onInput={(event) => tell(event.currentTarget.value, unit)}
      />
      <select
        class="field-input compact"
        aria-label={t('fieldInput.unit', words.label)}
        onChange={(event) => tell(count, event.currentTarget.value)}
      >
        {units.map((word) => (
          <option key={word} value={word} selected={word === unit}>
            {t(`fieldInput.units.${word}`)}
          </option>
        ))}
      </select>
    </span>
  )
}
