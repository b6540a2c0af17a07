import { useState } from 'preact/hooks'
import { fieldNames } from '../../shared/model/record-type.ts'
import type { ListPlace } from '../connector-kit/define.ts'
import type { PointedAt } from '../pointing/protocol.ts'
import { focusFirst } from '../ui/focus.ts'
import { t } from '../ui/language.ts'
import { labelOf, valueText } from '../ui/value-text.ts'
import type { Lesson } from './lesson.ts'
import { fieldCalled, readShown } from './trial.ts'

type Props = {
  lesson: Lesson
  pointed: PointedAt
  /** The field that is pointed at anew. */
  again: string | undefined
  onAdd: (over: Partial<Lesson>) => void
  onCancel: () => void
}

const rowText = (list: ListPlace, rows: number): string =>
  list === 'page' ? t('teach.rowOf.page') : t(`teach.rowOf.${list === 'table' ? 'table' : 'list'}`, rows)

const same = (a: ListPlace, b: ListPlace): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was pointed at: which field it is, and, the first time, what one row is. */
export function PointedForm({ lesson, pointed, again, onAdd, onCancel }: Props) {
  const { type } = lesson
  // What is pointed at anew stands nowhere any more, and binds the list no longer where it was all that was taught.
  const fields = lesson.fields.filter((each) => each.field !== again)
  const { lang } = pointed
  const [field, setField] = useState(() => again ?? fieldCalled(type, pointed.label, pointed.text, lang) ?? '')
  const [at, setAt] = useState(0)
  const known = fields.length > 0 ? pointed.standings.findIndex(({ list }) => same(list, lesson.list)) : -1
  // A value outside of the list that is being taught belongs to another one: nothing of what was taught is given up for it.
  const elsewhere = fields.length > 0 && known < 0
  const standing = elsewhere ? undefined : pointed.standings[known >= 0 ? known : at]
  const value = field === '' ? undefined : readShown(`${type}.${field}`, pointed.text, lang)
  const add = () => {
    if (!standing) return
    const added = { field, places: standing.places, text: pointed.text }
    const others = lesson.fields.filter((each) => each.field !== field || each.field === again)
    const replaced = others.map((each) => (each.field === again ? added : each))
    onAdd({ list: standing.list, fields: again === undefined ? [...others, added] : replaced })
  }
  return (
    <form
      class="lesson"
      aria-label={t('teach.title')}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <p>
        <strong>{t('teach.pointed', pointed.text)}</strong>{' '}
        {pointed.label !== '' && <span class="soft">{t('teach.calledBeside', pointed.label)}</span>}
      </p>
      <label class="field">
        <span>{t('teach.whichField')}</span>
        <select
          ref={focusFirst}
          class="field-input"
          value={field}
          onChange={(event) => setField(event.currentTarget.value)}
        >
          <option value="">{t('common.choose')}</option>
          {fieldNames(type).map((name) => (
            <option key={name} value={name}>
              {labelOf(type, name)}
            </option>
          ))}
        </select>
      </label>
      {fields.length === 0 && pointed.standings.length > 1 && (
        <label class="field">
          <span>{t('teach.whatIsARow')}</span>
          <select class="field-input" value={String(at)} onChange={(event) => setAt(Number(event.currentTarget.value))}>
            {pointed.standings.map(({ list, rows }, index) => (
              <option key={JSON.stringify(list)} value={String(index)}>
                {rowText(list, rows)}
              </option>
            ))}
          </select>
        </label>
      )}
      {elsewhere && <p class="tone-soon">{t('teach.elsewhere')}</p>}
      {field !== '' && (
        <p role="status" class={value === undefined ? 'tone-soon' : 'tone-proven'}>
          {value === undefined ? t('teach.notRead') : t('teach.readAs', valueText(type, field, value))}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button main" disabled={field === '' || !standing || value === undefined}>
          {t('teach.add')}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  )
}
