import { useState } from 'preact/hooks'
import type { Page } from '../access/page.ts'
import type { Database } from '../db/database.ts'
import { LessonForm } from './lesson-form.tsx'
import { TaughtList } from './taught-list.tsx'
import { words } from './words.ts'

/** Teach a page by pointing, and what was taught before. */
export function TeachPanel({ db, page }: { db: Database; page: Pick<Page, 'tab' | 'url' | 'allowed'> | null }) {
  const [round, again] = useState(0)
  const teachable = page?.allowed && page.url !== null
  return (
    <div class="teach">
      {teachable ? (
        <LessonForm
          key={`${page.tab} ${page.url} ${round}`}
          db={db}
          tab={page.tab}
          url={page.url ?? ''}
          onDone={() => again(round + 1)}
        />
      ) : (
        <p class="soft">{page?.url ? words.notAllowed : words.noPage}</p>
      )}
      <TaughtList db={db} />
    </div>
  )
}
