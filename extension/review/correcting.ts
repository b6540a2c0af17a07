import { useState } from 'preact/hooks'
import { isShownAsIs } from '../../shared/inventory/people/masked.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields, FieldValue } from '../../shared/model/observation.ts'
import type { DraftView } from './drafts.ts'
import type { Correcting } from './field-row.tsx'

/** Corrections that were typed and not accepted yet, by draft; they stay while one looks at other drafts. */
export function useCorrections(
  view: DraftView | undefined,
  views: DraftView[],
): Correcting & { of: (id: Uuid) => Fields } {
  const [all, setAll] = useState<Record<Uuid, Fields>>({})
  const [opened, setOpened] = useState<{ draft: Uuid; field: string } | null>(null)
  const id = view?.draft.id
  const of = (draft: Uuid): Fields => all[draft] ?? {}
  // One page writes all its dates alike: the reading chosen for one is chosen for what the same capture leaves open.
  const choose = (place: number) => {
    const chosen = views.flatMap((one) =>
      isOfOneCapture(one, view) ? [[one.draft.id, chosenIn(one, place, of(one.draft.id))] as const] : [],
    )
    setAll({ ...all, ...Object.fromEntries(chosen.map(([draft, values]) => [draft, { ...of(draft), ...values }])) })
  }
  return {
    of,
    choose,
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

const isOfOneCapture = (one: DraftView, view: DraftView | undefined): boolean =>
  one.draft.sighting.capture.id === view?.draft.sighting.capture.id

/** A choice may be made anew; what was typed by hand is none, and stays. */
const chosenIn = ({ changes }: DraftView, place: number, corrections: Fields): Fields =>
  Object.fromEntries(
    changes.flatMap(({ field, question }) => {
      const choice = question?.choices[place]
      const former = corrections[field]
      const typed = former !== undefined && !question?.choices.includes(former)
      return choice === undefined || typed ? [] : [[field, choice]]
    }),
  )

/** The field that "e" opens: the first that differs, else the first the page showed. */
export function firstToCorrect({ changes, draft, mode }: DraftView): string | null {
  const open = changes.filter(
    ({ field, captured }) => captured !== undefined && isShownAsIs(draft.sighting.type, field, mode),
  )
  return (open.find(({ kind }) => kind !== 'same') ?? open[0])?.field ?? null
}
