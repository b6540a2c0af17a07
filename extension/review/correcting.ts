import { useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields, FieldValue } from '../../shared/model/observation.ts'
import type { DraftView } from './drafts.ts'
import type { Correcting } from './field-row.tsx'

/** Corrections that were typed and not accepted yet, by draft; they stay while one looks at other drafts. */
export function useCorrections(view: DraftView | undefined): Correcting & { of: (id: Uuid) => Fields } {
  const [all, setAll] = useState<Record<Uuid, Fields>>({})
  const [opened, setOpened] = useState<{ draft: Uuid; field: string } | null>(null)
  const id = view?.draft.id
  const of = (draft: Uuid): Fields => all[draft] ?? {}
  return {
    of,
    corrections: id === undefined ? {} : of(id),
    field: opened && opened.draft === id ? opened.field : null,
    open: (field) => setOpened(field === null || id === undefined ? null : { draft: id, field }),
    correct: (field: string, value: FieldValue | undefined) => {
      if (id === undefined) return
      const { [field]: _former, ...others } = of(id)
      setAll({ ...all, [id]: value === undefined ? others : { ...others, [field]: value } })
    },
  }
}

/** The field that "e" opens: the first that differs, else the first the page showed. */
export const firstToCorrect = (view: DraftView): string | null =>
  (
    view.changes.find(({ kind, captured }) => captured !== undefined && kind !== 'same') ??
    view.changes.find(({ captured }) => captured !== undefined)
  )?.field ?? null
