import { useEffect, useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import type { Page } from '../access/page.ts'
import { realAddress } from '../connector-kit/practice.ts'
import type { Database } from '../db/database.ts'
import { t } from '../ui/language.ts'
import { Note } from '../ui/note.tsx'
import { Watched } from '../ui/state.tsx'
import { toast } from '../ui/toasts.tsx'
import { useLive } from '../ui/use-live.ts'
import { firstLesson } from './lesson.ts'
import { LessonForm } from './lesson-form.tsx'
import { isAbout, isUnsaved, lessonOf, type Open } from './reopen.ts'
import { listTaught, type Taught } from './taught.ts'
import { TaughtList } from './taught-list.tsx'
import { anyUnsaved, keep, leave, underWay } from './under-way.ts'

type ThisPage = Pick<Page, 'tab' | 'url' | 'allowed'>

/** Teach a page by pointing, and what was taught before. */
export function TeachPanel({ db, page }: { db: Database; page: ThisPage | null }) {
  const taught = useLive(() => listTaught(db), [db])
  const kept = page ? underWay(page.tab) : undefined
  const teachable = page?.allowed && page.url !== null
  const here = teachable && page.url !== null ? realAddress(page.url) : null
  const open = here === null ? undefined : kept && isAbout(kept.lesson, here) ? kept : undefined
  const elsewhere = kept && !open && isUnsaved(kept) ? kept : undefined
  useEffect(() => {
    const guard = (event: Event) => anyUnsaved() && event.preventDefault()
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [])
  const [last, setLast] = useState<Uuid>()
  const change = (one: Taught) => {
    if (!page || here === null || !one.definition || !isAbout(one.definition, here))
      return toast(t('teach.openItsPage', one.name))
    if (kept && isUnsaved(kept)) return toast(t('teach.firstSave', kept.lesson.name))
    const lesson = lessonOf(one)
    if (!lesson) return toast(t('teach.notByPointing', one.name))
    setLast(one.id)
    keep(page.tab, { lesson, from: one })
  }
  return (
    <div class="teach">
      {page && here !== null && !elsewhere && (
        <LessonForm
          key={`${page.tab} ${page.url} ${open?.from?.id}`}
          db={db}
          tab={page.tab}
          open={open ?? { lesson: firstLesson(here), from: null }}
        />
      )}
      {page && elsewhere && <Elsewhere open={elsewhere} onLeave={() => leave(page.tab)} />}
      {here === null && !elsewhere && <p class="soft">{page?.url ? t('teach.notAllowed') : t('teach.noPage')}</p>}
      {!open?.from && (
        <Watched of={taught} rows={2}>
          {(list) => <TaughtList {...{ db, list, here, last }} onChange={change} />}
        </Watched>
      )}
    </div>
  )
}

/** The person went on to another page while something was taught: it waits, and is said to wait. */
function Elsewhere({ open: { lesson }, onLeave }: { open: Open; onLeave: () => void }) {
  const leaving = (
    <button type="button" class="button" onClick={onLeave}>
      {t('teach.leaveUnsaved')}
    </button>
  )
  return (
    <Note tone="soon" title={t('teach.waits', lesson.name)} actions={leaving}>
      {t('teach.waitsFor', lesson.matches.map((match) => match.replace(/^https:\/\/|\*$/g, '')).join(', '))}
    </Note>
  )
}
