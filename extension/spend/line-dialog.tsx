import { useId, useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { fieldWords } from '../ui/field-words.ts'
import { t } from '../ui/language.ts'
import type { Pickable } from './called.ts'
import { readLine, type Typed, type Wrong } from './line-form.ts'
import { PickSubscription } from './pick-subscription.tsx'
import { SubscriptionField } from './subscription-field.tsx'

type Props = {
  title: string
  from: Typed
  subscription: Uuid | null
  vendors: string[]
  all: Map<Uuid, Pickable>
  onClose: () => void
  onSave: (fields: Fields) => void
}

/** One line of a bill, with the fields that a paper bill has. */
export function LineDialog({ title, from, subscription, vendors, all, onClose, onSave }: Props) {
  const [typed, setTyped] = useState(from)
  const [pays, setPays] = useState(subscription)
  const [isPicking, setPicking] = useState(false)
  const [wrong, setWrong] = useState<Wrong[]>([])
  const id = useId()
  const save = () => {
    const read = readLine(typed)
    if (read.ok) onSave({ ...read.fields, ...(pays === null ? {} : { subscription: pays }) })
    else setWrong(read.wrong)
  }
  const field = (name: Exclude<keyof Typed, 'category'>, props: Record<string, unknown> = {}) => {
    const error = wrong.find((one) => one === name)
    return (
      <label class="field">
        <span>{t(`spend.fields.${name}`)}</span>
        <input
          class="field-input"
          value={typed[name]}
          aria-invalid={error !== undefined}
          aria-describedby={error && `${id}-${name}`}
          onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
          {...props}
        />
        {error && (
          <span id={`${id}-${name}`} class="tone-late" role="alert">
            {t(`spend.needs.${error}`)}
          </span>
        )}
      </label>
    )
  }
  const { category } = fieldWords.charge
  return (
    <>
      <FormDialog title={title} submit={t('common.save')} cancel={t('common.cancel')} onClose={onClose} onSubmit={save}>
        {field('vendor', { 'data-first': true, list: `${id}-vendors`, maxLength: 200 })}
        <datalist id={`${id}-vendors`}>
          {vendors.map((vendor) => (
            <option key={vendor} value={vendor} />
          ))}
        </datalist>
        <div class="spend-pair">
          {field('invoice', { maxLength: 200 })}
          {field('billedOn', { type: 'date' })}
        </div>
        {field('description', { maxLength: 500 })}
        <div class="spend-pair">
          {field('amount', { inputMode: 'decimal', class: 'field-input number' })}
          {field('currency', { maxLength: 3, placeholder: 'EUR' })}
          {field('quantity', { inputMode: 'decimal', class: 'field-input number' })}
        </div>
        <div class="spend-pair">
          {field('from', { type: 'date' })}
          {field('to', { type: 'date' })}
          <label class="field">
            <span>{t('spend.fields.category')}</span>
            <select
              class="field-input"
              value={typed.category}
              onChange={(event) => setTyped({ ...typed, category: event.currentTarget.value })}
            >
              <option value="">{t('spend.noCategory')}</option>
              {category?.kind === 'choice' &&
                Object.entries(category.choices).map(([key, label]) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
            </select>
          </label>
        </div>
        <SubscriptionField
          value={pays === null ? undefined : all.get(pays)}
          onAsk={() => setPicking(true)}
          onClear={() => setPays(null)}
        />
      </FormDialog>
      {isPicking && (
        <PickSubscription
          line={typed.description || t('spend.pick.thisLine')}
          all={all}
          now={pays}
          onClose={() => setPicking(false)}
          onPick={(id) => {
            setPays(id)
            setPicking(false)
          }}
        />
      )}
    </>
  )
}
