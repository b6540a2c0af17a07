import { signal } from '@preact/signals'
import { t } from '../ui/language.ts'
import { toast } from '../ui/toasts.tsx'
import { isUnsaved, type Open } from './reopen.ts'

/**
 * What is being taught, by tab. It outlives the look at another page or another part of the panel: nothing of it is lost
 * until the person saves or leaves it. In memory only, because it shows values of the page.
 */
const lessons = signal<ReadonlyMap<number, Open>>(new Map())

export const underWay = (tab: number): Open | undefined => lessons.value.get(tab)

export function keep(tab: number, open: Open | undefined): void {
  const next = new Map(lessons.value)
  if (open) next.set(tab, open)
  else next.delete(tab)
  lessons.value = next
}

/** Leaves it, with the way back where something would be lost. */
export function leave(tab: number): void {
  const open = underWay(tab)
  keep(tab, undefined)
  if (open && isUnsaved(open)) toast(t('teach.left', open.lesson.name), () => keep(tab, open))
}

export const anyUnsaved = (): boolean => [...lessons.value.values()].some(isUnsaved)
