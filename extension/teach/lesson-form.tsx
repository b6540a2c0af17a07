import { X } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { CapturedType } from '../../shared/model/record-type.ts'
import { registrableDomain } from '../../shared/vendor-directory/domain.ts'
import { lookupsOf } from '../connector-kit/lookup.ts'
import { realAddress } from '../connector-kit/practice.ts'
import type { Database } from '../db/database.ts'
import type { PointedAt } from '../pointing/protocol.ts'
import { fieldWords, typeWords } from '../ui/field-words.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toasts.tsx'
import { labelOf } from '../ui/value-text.ts'
import { lookAt, pointAt } from './ask-page.ts'
import { canTell, definitionOf, isTold, keyOf, type Lesson, trialOf } from './lesson.ts'
import { PointedForm } from './pointed-form.tsx'
import { PointingState } from './pointing-state.tsx'
import { Preview } from './preview.tsx'
import { saveTaught } from './taught.ts'
import { type Trial, tryOn } from './trial.ts'
import { words } from './words.ts'

type Props = { db: Database; tab: number; url: string; onDone: () => void }

function firstLesson(url: string): Lesson {
  const address = realAddress(url)
  const vendor = registrableDomain(address) ?? new URL(address).hostname
  return { type: 'subscription', list: 'page', name: vendor, vendor, fields: [], constants: {}, key: [] }
}

/** One page being taught: point, say what it is, see what is read, save. */
export function LessonForm({ db, tab, url, onDone }: Props) {
  const [lesson, setLesson] = useState(() => firstLesson(url))
  const [pointing, setPointing] = useState(false)
  const [pointed, setPointed] = useState<PointedAt | null>(null)
  const [trial, setTrial] = useState<Trial | null>(null)
  const definition = definitionOf(lesson, realAddress(url))
  const text = definition ? JSON.stringify(definition) : ''
  useEffect(() => {
    if (!definition) return setTrial(null)
    const connector = trialOf(lesson, definition)
    let current = true
    void lookAt(tab, lookupsOf(connector)).then((look) => current && setTrial(look && tryOn(connector, look)))
    return () => {
      current = false
    }
  }, [text, tab])

  const begin = async () => {
    setPointing(true)
    const found = await pointAt(tab)
    setPointing(false)
    setPointed(found)
  }
  const change = (over: Partial<Lesson>) => setLesson({ ...lesson, ...over })
  const save = async () => {
    if (!definition) return
    const saved = await saveTaught(db, { ...lesson, definition })
    if (!saved.ok) return toast(saved.problem.happened)
    toast(words.saved(lesson.name))
    onDone()
  }

  if (pointing) return <PointingState tab={tab} />
  if (pointed)
    return (
      <PointedForm
        lesson={lesson}
        pointed={pointed}
        onAdd={(over) => {
          change(over)
          setPointed(null)
        }}
        onCancel={() => setPointed(null)}
      />
    )
  const started = lesson.fields.length > 0
  const told = isTold(lesson.type, keyOf(lesson))
  return (
    <section class="lesson" aria-label={words.title}>
      {!started && <p class="soft">{words.lead}</p>}
      {!started && (
        <label class="field">
          <span>{words.whatIsRead}</span>
          <select
            class="field-input"
            value={lesson.type}
            onChange={(event) => change({ type: CapturedType.parse(event.currentTarget.value) })}
          >
            {CapturedType.options.map((type) => (
              <option key={type} value={type}>
                {typeWords[type].many}
              </option>
            ))}
          </select>
        </label>
      )}
      {started && <Fields lesson={lesson} onChange={change} />}
      <button type="button" class={started ? 'button' : 'button main'} onClick={() => void begin()}>
        {started ? words.another : words.start}
      </button>
      {started && !told && <p class="tone-soon">{words.untold}</p>}
      {started && trial && <Preview type={lesson.type} trial={trial} />}
      {started && (
        <>
          <label class="field">
            <span>{words.name}</span>
            <input
              class="field-input"
              maxLength={120}
              value={lesson.name}
              onInput={(event) => change({ name: event.currentTarget.value })}
            />
          </label>
          <div class="actions">
            <button
              type="button"
              class="button main"
              disabled={!definition || !told || lesson.name.trim() === '' || !trial || trial.found.length === 0}
              onClick={() => void save()}
            >
              {words.save}
            </button>
            <button type="button" class="button quiet" onClick={onDone}>
              {words.discard}
            </button>
          </div>
        </>
      )}
    </section>
  )
}

function Fields({ lesson, onChange }: { lesson: Lesson; onChange: (over: Partial<Lesson>) => void }) {
  const { type, fields, constants } = lesson
  const key = keyOf(lesson)
  const telling = [...fields.map(({ field }) => field), ...Object.keys(constants)].filter((field) => {
    const known = fieldWords[type][field]
    return known !== undefined && canTell(known)
  })
  const needsProduct =
    (type === 'subscription' || type === 'assignment') && !fields.some(({ field }) => field === 'product')
  return (
    <>
      <ul class="taught-fields" aria-label={words.fields}>
        {fields.map(({ field, text }) => (
          <li key={field} class="row">
            <strong>{labelOf(type, field)}</strong>
            <span class="cut faint">{text}</span>
            <button
              type="button"
              class="button quiet square"
              aria-label={words.remove(labelOf(type, field))}
              onClick={() => onChange({ fields: fields.filter((each) => each.field !== field) })}
            >
              <Icon of={X} />
            </button>
          </li>
        ))}
      </ul>
      {needsProduct && (
        <label class="field">
          <span>{words.constant}</span>
          <input
            class="field-input"
            maxLength={200}
            value={constants.product ?? ''}
            onInput={({ currentTarget: { value } }) => onChange({ constants: value === '' ? {} : { product: value } })}
          />
        </label>
      )}
      {telling.length > 1 && (
        <fieldset class="telling">
          <legend>{words.key}</legend>
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
      )}
    </>
  )
}
