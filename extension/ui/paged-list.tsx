import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from './language.ts'
import { usePrinting } from './use-printing.ts'

/** More than a screen of them: rows that nobody scrolls to are not made. */
const page = 100

type Props<T> = {
  rows: readonly T[]
  /** The one that is asked for is there in any case. */
  asked?: (row: T) => boolean
  class?: string
  children: (row: T) => ComponentChildren
}

/** To the first thing in a row that takes the focus; where there is none, to the row: the button may be gone. */
export function enter(row: Pick<HTMLElement, 'querySelector' | 'tabIndex' | 'focus'>): void {
  const goal = row.querySelector<HTMLElement>('a, button, summary')
  if (!goal) row.tabIndex = -1
  ;(goal ?? row).focus()
}

/** A long list, painted as far as somebody asked for; on paper all of it. */
export function PagedList<T>({ rows, asked, class: name, children }: Props<T>) {
  const [limit, setLimit] = useState(page)
  const list = useRef<HTMLUListElement>(null)
  const first = useRef<number | undefined>(undefined)
  const shown = usePrinting() ? rows : rows.slice(0, Math.max(limit, asked ? 1 + rows.findIndex(asked) : 0))
  // Whoever asked for more goes on with the first of them.
  useLayoutEffect(() => {
    const row = first.current === undefined ? undefined : list.current?.children[first.current]
    if (row instanceof HTMLElement) enter(row)
    first.current = undefined
  }, [limit])
  const more = () => {
    first.current = shown.length
    setLimit(shown.length + page)
  }
  return (
    <>
      <ul ref={list} class={name}>
        {shown.map(children)}
      </ul>
      {shown.length < rows.length && (
        <p class="paged-more">
          <button type="button" class="button" onClick={more}>
            {t('common.showMore', Math.min(page, rows.length - shown.length))}
          </button>{' '}
          <span class="faint">{t('common.shownOf', rows.length, shown.length)}</span>
        </p>
      )}
    </>
  )
}
