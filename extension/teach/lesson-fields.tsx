import { Crosshair, X } from 'lucide'
import { fieldWords } from '../ui/field-words.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { labelOf } from '../ui/value-text.ts'
import { canTell, keyOf, type Lesson } from './lesson.ts'
import type { Trial } from './trial.ts'

type Props = {
  lesson: Lesson
  trial: Trial | null
  onChange: (over: Partial<Lesson>) => void
  /** Point at this field anew. */
  onPoint: (field: string) => void
  /** Show on the page what is read as this field; undefined: nothing any more. */
  onShow: (field: string | undefined) => void
}

/** What was taught so far: each field with what it finds now, shown on the page while it is looked at here. */
export function LessonFields({ lesson, trial, onChange, onPoint, onShow }: Props) {
  const { type, fields } = lesson
  return (
    <>
      <ul
        class="taught-fields"
        aria-label={t('teach.fields')}
        tabIndex={-1}
        onMouseLeave={() => onShow(undefined)}
        onFocusOut={() => onShow(undefined)}
      >
        {fields.map(({ field, text }) => (
          <li key={field} class="row" onMouseEnter={() => onShow(field)} onFocusIn={() => onShow(field)}>
            <span class="cut">
              <strong>{labelOf(type, field)}</strong> <Finds field={field} text={text} trial={trial} />
            </span>
            <button
              type="button"
              class="button quiet square"
              aria-label={t('teach.pointAgain', labelOf(type, field))}
              title={t('teach.pointAgain', labelOf(type, field))}
              onClick={() => onPoint(field)}
            >
              <Icon of={Crosshair} />
            </button>
            <button
              type="button"
              class="button quiet square"
              aria-label={t('teach.removeField', labelOf(type, field))}
              title={t('teach.removeField', labelOf(type, field))}
              onClick={({ currentTarget }) => {
                // What had the focus goes away: it stays in the list.
                currentTarget.closest('ul')?.focus()
                onChange({ fields: fields.filter((each) => each.field !== field) })
              }}
            >
              <Icon of={X} />
            </button>
          </li>
        ))}
      </ul>
      <Product lesson={lesson} onChange={onChange} />
      <Telling lesson={lesson} onChange={onChange} />
    </>
  )
}

/** The first value that it finds on the page as it is now, and in how many rows. */
function Finds({ field, text, trial }: { field: string; text: string; trial: Trial | null }) {
  if (!trial) return <span class="faint">{text}</span>
  const read = trial.rows.filter((row) => row[field]?.value !== undefined)
  const [first] = read
  if (!first) return <span class="tone-soon">{t('teach.foundNowhere')}</span>
  return (
    <span class="faint">
      {first[field]?.shown}
      {read.length < trial.rows.length && ` · ${t('teach.inRows', trial.rows.length, read.length)}`}
    </span>
  )
}

type Part = Pick<Props, 'lesson' | 'onChange'>

function Product({ lesson: { type, fields, constants }, onChange }: Part) {
  const needed = (type === 'subscription' || type === 'assignment') && !fields.some(({ field }) => field === 'product')
  if (!needed) return null
  const { product, ...others } = constants
  return (
    <label class="field">
      <span>{t('teach.constant')}</span>
      <input
        class="field-input"
        maxLength={200}
        value={product ?? ''}
        onInput={({ currentTarget: { value } }) =>
          onChange({ constants: value === '' ? others : { ...others, product: value } })
        }
      />
    </label>
  )
}

function Telling({ lesson, onChange }: Part) {
  const { type, fields, constants } = lesson
  const key = keyOf(lesson)
  const telling = [...fields.map(({ field }) => field), ...Object.keys(constants)].filter((field) => {
    const known = fieldWords[type][field]
    return known !== undefined && canTell(known)
  })
  if (telling.length < 2) return null
  return (
    <fieldset class="telling">
      <legend>{t('teach.key')}</legend>
      {telling.map((field) => (
        <label key={field}>
          <input
            type="checkbox"
            checked={key.includes(field)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ key: checked ? [...key, field] : key.filter((each) => each !== field) })
            }
          />{' '}
          {labelOf(type, field)}
        </label>
      ))}
    </fieldset>
  )
}
