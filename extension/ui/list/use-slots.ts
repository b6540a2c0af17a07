import type { Virtualizer } from '@tanstack/virtual-core'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Painted, slotsOf } from './slots.ts'

type Ref = (row: HTMLElement | null) => void

/** For each row in sight its elements, and how they are measured: again as soon as they show another row. */
export function useSlots<S extends Element | Window>(rows: Virtualizer<S, HTMLElement>, painted: readonly Painted[]) {
  const before = useRef({ slots: new Map<string, string>(), refs: new Map<string, Ref>() })
  // Older browsers take an element out of the page to move it, and with it the focus.
  const keepsFocus = 'moveBefore' in Element.prototype
  const slots = slotsOf(painted, before.current.slots, focusedIn(rows.elementsCache), keepsFocus)
  const refs = new Map(painted.map(({ key }) => [key, before.current.refs.get(key) ?? measuring(rows, key)]))
  useLayoutEffect(() => {
    before.current = { slots, refs }
  })
  return (key: string) => ({ key: slots.get(key) ?? key, ref: refs.get(key) ?? measuring(rows, key) })
}

const measuring =
  <S extends Element | Window>(rows: Virtualizer<S, HTMLElement>, key: string): Ref =>
  (row) =>
    row ? rows.measureElement(row) : rows.elementsCache.delete(key)

/** Which row the focus is in. The library knows the rows in the page by their keys, which are texts here. */
function focusedIn(elements: ReadonlyMap<unknown, HTMLElement>): string | undefined {
  const focused = document.activeElement
  const row = [...elements].find(([, element]) => element.contains(focused))
  return row && String(row[0])
}
