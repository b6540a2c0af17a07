import { useEffect, useRef, useState } from 'preact/hooks'
import { CapturedType } from '../../shared/model/record-type.ts'
import type { CellPlace, ListPlace } from '../connector-kit/define.ts'
import { lookupsOf } from '../connector-kit/lookup.ts'
import type { Database } from '../db/database.ts'
import type { Closed, PointedAt } from '../pointing/protocol.ts'
import { typeWords } from '../ui/field-words.ts'
import { focusFirst } from '../ui/focus.ts'
import { t } from '../ui/language.ts'
import { toast } from '../ui/toasts.tsx'
import { lookAt, mark, pointAt } from './ask-page.ts'
import { definitionOf, isTold, keyOf, type Lesson, trialOf } from './lesson.ts'
import { LessonAccount, PointedAccount } from './lesson-account.tsx'
import { LessonFields } from './lesson-fields.tsx'
import { PointedForm } from './pointed-form.tsx'
import { PointingState } from './pointing-state.tsx'
import { Preview } from './preview.tsx'
import { isUnsaved, type Open } from './reopen.ts'
import { changeTaught, listTaught, saveTaught } from './taught.ts'
import { type Trial, tryOn } from './trial.ts'
import { keep, leave } from './under-way.ts'

/** What is pointed at: another value, one field anew, or the account. */
type Pointing = { again?: string; account?: true; found: PointedAt | null }

/** One page being taught, for the first time or again: point, say what it is, see what is read, save. */
export function LessonForm({ db, tab, open }: { db: Database; tab: number; open: Open }) {
  const { lesson, from } = open
  const [pointing, setPointing] = useState<Pointing | null>(null)
  const [closed, setClosed] = useState<Closed>()
  const { trial, looking, show, showPlaces } = useTrial(tab, lesson)
  // Back from pointing, the keyboard goes on where it began.
  const back = useRef(false)
  const change = (over: Partial<Lesson>) => keep(tab, { ...open, lesson: { ...lesson, ...over } })
  const begin = async (asked: Omit<Pointing, 'found'> = {}) => {
    back.current = true
    setPointing({ ...asked, found: null })
    const found = await pointAt(tab, asked.account === true)
    const closed = found && 'closed' in found ? found.closed : undefined
    setClosed(closed)
    setPointing(found && !('closed' in found) ? { ...asked, found } : null)
  }
  if (pointing && !pointing.found) return <PointingState tab={tab} />
  const cancel = () => setPointing(null)
  const add = (over: Partial<Lesson>) => {
    change(over)
    setPointing(null)
  }
  if (pointing?.found && pointing.account)
    return <PointedAccount pointed={pointing.found} onAdd={add} onCancel={cancel} />
  if (pointing?.found)
    return <PointedForm lesson={lesson} pointed={pointing.found} again={pointing.again} onAdd={add} onCancel={cancel} />
  const started = lesson.fields.length > 0 || from !== null
  return (
    <section class="lesson" aria-label={from ? t('teach.changing', from.name) : t('teach.title')}>
      {from && (
        <h2 ref={focusFirst} tabIndex={-1}>
          {t('teach.changing', from.name)}
        </h2>
      )}
      {!started && <Beginning lesson={lesson} onChange={change} />}
      {started && (
        <LessonFields
          lesson={lesson}
          trial={trial}
          onChange={change}
          onPoint={(field) => void begin({ again: field })}
          onShow={show}
        />
      )}
      <button
        type="button"
        ref={back.current ? focusFirst : null}
        class={started ? 'button' : 'button main'}
        onClick={() => void begin()}
      >
        {started ? t('teach.another') : t('teach.start')}
      </button>
      {closed && (
        <p role="status" class="tone-soon">
          {t(`teach.closed.${closed}`)}
        </p>
      )}
      {started && !isTold(lesson.type, keyOf(lesson)) && <p class="tone-soon">{t('teach.untold')}</p>}
      {started && (
        <LessonAccount
          lesson={lesson}
          trial={trial}
          onChange={change}
          onPoint={() => void begin({ account: true })}
          onShow={(shown) => showPlaces('page', shown && lesson.account ? [lesson.account.place] : [])}
        />
      )}
      {started && trial && <Preview type={lesson.type} trial={trial} />}
      {started && (
        <Saving db={db} tab={tab} open={open} reads={looking || reads(trial)} looking={looking} onChange={change} />
      )}
    </section>
  )
}

const reads = (trial: Trial | null): boolean => trial !== null && trial.found.length > 0

type Tried = {
  trial: Trial | null
  /** The page has not answered yet: the trial is of what was taught before. */
  looking: boolean
  show: (field: string | undefined) => void
  showPlaces: (list: ListPlace, places: CellPlace[]) => void
}

/** What the lesson reads on the page as it is now; and a way to show one field of it there. */
function useTrial(tab: number, lesson: Lesson): Tried {
  const [tried, setTried] = useState<{ text: string; trial: Trial | null }>({ text: '', trial: null })
  const definition = definitionOf(lesson)
  const text = definition ? JSON.stringify(definition) : ''
  useEffect(() => {
    if (!definition) return setTried({ text, trial: null })
    const connector = trialOf(lesson, definition)
    let current = true
    void lookAt(tab, lookupsOf(connector)).then(
      (look) => current && setTried({ text, trial: look && tryOn(connector, look) }),
    )
    return () => {
      current = false
    }
  }, [text, tab])
  useEffect(() => () => void mark(tab, []), [tab])
  const showPlaces = (list: ListPlace, cells: CellPlace[]) =>
    void mark(tab, cells.length > 0 ? [{ name: 'mark', list, cells }] : [])
  const show = (field: string | undefined) => {
    const places = lesson.fields.flatMap((each) => (each.field === field ? each.places.slice(0, 1) : []))
    showPlaces(lesson.list, places)
  }
  return { trial: tried.trial, looking: tried.text !== text, show, showPlaces }
}

function Beginning({ lesson, onChange }: { lesson: Lesson; onChange: (over: Partial<Lesson>) => void }) {
  return (
    <>
      <p class="soft">{t('teach.lead')}</p>
      <label class="field">
        <span>{t('teach.whatIsRead')}</span>
        <select
          class="field-input"
          value={lesson.type}
          onChange={(event) => onChange({ type: CapturedType.parse(event.currentTarget.value) })}
        >
          {CapturedType.options.map((type) => (
            <option key={type} value={type}>
              {typeWords[type].many}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

type SavingProps = {
  db: Database
  tab: number
  open: Open
  /** It finds something on this page, as far as is known. */
  reads: boolean
  looking: boolean
  onChange: (over: Partial<Lesson>) => void
}

function Saving({ db, tab, open, reads, looking, onChange }: SavingProps) {
  const { lesson, from } = open
  const definition = definitionOf(lesson)
  const told = isTold(lesson.type, keyOf(lesson))
  const ready = definition !== undefined && told && reads && lesson.name.trim() !== '' && isUnsaved(open)
  const save = async () => {
    if (!definition) return
    const next = { ...lesson, definition }
    const saved = from ? await changeTaught(db, from, next) : await saveTaught(db, next)
    if (saved.ok) {
      keep(tab, undefined)
      return toast(from ? t('teach.changed', lesson.name) : t('teach.saved', lesson.name))
    }
    const { code, happened, next: advice } = saved.problem
    toast(`${happened} ${advice}`)
    // From now on the person knows of it: what is saved again is laid over theirs.
    const theirs = code === 'TAUGHT_MEANWHILE' ? (await listTaught(db)).find(({ id }) => id === from?.id) : undefined
    if (theirs) keep(tab, { lesson, from: theirs })
  }
  // Asked for while the page is still looked at, it waits for what is found there; a change after that takes it back.
  const [wanted, want] = useState<Open | null>(null)
  useEffect(() => {
    if (wanted === null || looking) return
    if (wanted === open && ready) void save().finally(() => want(null))
    else want(null)
  }, [wanted, looking])
  return (
    <form
      class="lesson"
      onSubmit={(event) => {
        event.preventDefault()
        // Twice asked for is saved once.
        if (ready && wanted !== open) want(open)
      }}
    >
      <label class="field">
        <span>{t('teach.name')}</span>
        <input
          class="field-input"
          maxLength={120}
          value={lesson.name}
          onInput={(event) => onChange({ name: event.currentTarget.value })}
        />
      </label>
      {from && isUnsaved(open) && <p class="tone-soon">{t('teach.unsaved')}</p>}
      <div class="actions">
        <button type="submit" class="button main" disabled={!ready}>
          {from ? t('teach.saveVersion', (from.definition?.version ?? 0) + 1) : t('teach.save')}
        </button>
        <button type="button" class="button quiet" onClick={() => leave(tab)}>
          {from ? (isUnsaved(open) ? t('teach.leaveUnsaved') : t('teach.leave')) : t('teach.discard')}
        </button>
      </div>
    </form>
  )
}
