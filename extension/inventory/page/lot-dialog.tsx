import { useEffect, useId, useState } from 'preact/hooks'
import type { Belief } from '../../../shared/inventory/belief.ts'
import { moneyToDecimal } from '../../../shared/model/money.ts'
import type { FieldValue } from '../../../shared/model/observation.ts'
import { fieldSchema } from '../../../shared/model/record-type.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { fieldWords } from '../../ui/field-words.ts'
import { t } from '../../ui/language.ts'
import { readMoney, readText } from '../../ui/read-input.ts'
import { labelOf } from '../../ui/value-text.ts'
import { type LotField, type LotValues, lotFields } from './lots.ts'

type Props = {
  lot: Belief<'lot'> | undefined
  currency: string
  onClose: () => void
  onSave: (values: LotValues) => void
}

/** One purchase as it stands on its order. Every field may be left empty; none is guessed. */
export function LotDialog({ lot, currency, onClose, onSave }: Props) {
  const form = useId()
  // Somebody who asks for a lot wants to type it: the first field, rather than the button that the dialog itself picks.
  useEffect(() => document.getElementById(`${form}-quantity`)?.focus(), [])
  const [typed, setTyped] = useState<Record<LotField, string>>(() => typedOf(lot))
  const [code, setCode] = useState(lot?.values.price?.currency ?? currency)
  const [wrong, setWrong] = useState<LotField[]>([])
  const save = () => {
    const values = lotFields.map((field) => [field, readField(field, typed[field], code)] as const)
    const bad = values.flatMap(([field, value]) => (value === undefined ? [field] : []))
    setWrong(bad)
    if (bad.length === 0) onSave(Object.fromEntries(values) as LotValues) // one entry for each of the fields, none of them undefined
  }
  return (
    <FormDialog
      title={t('inventory.page.lots.one')}
      submit={t('common.save')}
      cancel={t('common.cancel')}
      onClose={onClose}
      onSubmit={save}
    >
      <p class="faint">{t('inventory.page.lots.optional')}</p>
      <div class="lot-fields">
        {lotFields.map((field) => (
          <div key={field} class={`field lot-${field}`}>
            <label htmlFor={`${form}-${field}`}>{labelOf('lot', field)}</label>
            <span class="field-pair">
              <Input
                id={`${form}-${field}`}
                field={field}
                value={typed[field]}
                invalid={wrong.includes(field)}
                onInput={(text) => setTyped({ ...typed, [field]: text })}
              />
              {field === 'price' && (
                <input
                  class="field-input code"
                  aria-label={t('inventory.page.lots.currency')}
                  maxLength={3}
                  value={code}
                  onInput={(event) => setCode(event.currentTarget.value)}
                />
              )}
            </span>
          </div>
        ))}
      </div>
      {wrong.length > 0 && (
        <p class="tone-late" role="alert">
          {t('inventory.page.lots.wrong', wrong.map((field) => labelOf('lot', field)).join(', '))}
        </p>
      )}
    </FormDialog>
  )
}

type InputProps = { id: string; field: LotField; value: string; invalid: boolean; onInput: (text: string) => void }

function Input({ id, field, value, invalid, onInput }: InputProps) {
  const definition = fieldWords.lot[field]
  if (definition?.kind === 'choice')
    return (
      <select id={id} class="field-input" value={value} onChange={(event) => onInput(event.currentTarget.value)}>
        <option value="">{t('common.notSaid')}</option>
        {Object.entries(definition.choices).map(([word, label]) => (
          <option key={word} value={word}>
            {label}
          </option>
        ))}
      </select>
    )
  const isNumber = definition?.kind === 'count' || definition?.kind === 'money'
  const type = definition?.kind === 'day' ? ({ type: 'date' } as const) : ({ type: 'text' } as const)
  return (
    <input
      {...type}
      id={id}
      class={`field-input ${isNumber ? 'number' : ''}`}
      inputMode={isNumber ? 'decimal' : 'text'}
      aria-invalid={invalid}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  )
}

/** Null where it was left empty, undefined where it is no value of the field. */
function readField(field: LotField, text: string, currency: string): FieldValue | null | undefined {
  if (text.trim() === '') return null
  const value = field === 'price' ? readMoney(text, currency) : readText(fieldWords.lot[field]?.kind ?? 'text', text)
  return value !== undefined && fieldSchema('lot', field)?.safeParse(value).success ? value : undefined
}

function typedOf(lot: Belief<'lot'> | undefined): Record<LotField, string> {
  const texts = lotFields.map((field) => {
    const value = lot?.values[field]
    return [field, typeof value === 'object' ? moneyToDecimal(value) : String(value ?? '')]
  })
  return Object.fromEntries(texts) as Record<LotField, string> // one entry for each of the fields
}
