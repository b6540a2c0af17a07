import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core'
import type { RefObject, VNode } from 'preact'
import { useLayoutEffect, useReducer, useState } from 'preact/hooks'
import { oneColumn, useMedia } from '../use-media.ts'
import { usePrinting } from '../use-printing.ts'
import { useSlots } from './use-slots.ts'

type Props = {
  count: number
  /** About how tall a row is, in pixels; each is measured once it is painted. */
  sizeOf: (at: number) => number
  keyOf: (at: number) => string
  kindOf: (at: number) => string
  /** The row that stays in sight while this one is first on screen: the head of its group. */
  headOf: (at: number) => number | undefined
  scroller: RefObject<HTMLElement | null>
  /** What the row is told: in which elements and where it stands, and how it is measured. */
  children: (at: number, placed: Placed) => VNode
}

export type Placed = {
  key: string
  style: Record<string, string | number>
  'data-index': number
  'aria-rowindex': number
  ref: (row: HTMLElement | null) => void
}

/** Only the rows in sight are in the page, however many there are; for the printer all of them. */
export function VirtualRows(props: Props) {
  const pageScrolls = useMedia(oneColumn)
  const prints = usePrinting()
  if (prints)
    return <>{Array.from({ length: props.count }, (_, at) => props.children(at, plainly(at, props.keyOf(at))))}</>
  return pageScrolls ? <InPage key="page" {...props} /> : <InScroller key="scroller" {...props} />
}

const plainly = (at: number, key: string): Placed => ({
  key,
  style: {},
  'data-index': at,
  'aria-rowindex': at + 2,
  ref: () => undefined,
})

function InScroller(props: Props) {
  const rows = useVirtualizer<HTMLElement>({
    ...common(props),
    getScrollElement: () => props.scroller.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    initialRect: { width: innerWidth, height: innerHeight },
  })
  return <Rows rows={rows} {...props} />
}

function InPage(props: Props) {
  const [top, setTop] = useState(0)
  // Where the rows begin in the page.
  useLayoutEffect(() => {
    const at = props.scroller.current?.getBoundingClientRect().top ?? 0
    setTop(at + scrollY)
  }, [props.count])
  const rows = useVirtualizer<Window>({
    ...common(props),
    getScrollElement: () => window,
    scrollToFn: windowScroll,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    initialRect: { width: innerWidth, height: innerHeight },
    scrollMargin: top,
  })
  return <Rows rows={rows} {...props} />
}

const common = ({ count, sizeOf, keyOf, headOf, scroller }: Props) => ({
  count,
  estimateSize: sizeOf,
  getItemKey: keyOf,
  overscan: 4,
  rangeExtractor: (range: Range) => {
    const shown = defaultRangeExtractor(range)
    const head = headOf(range.startIndex)
    const also = aroundFocus(scroller.current).filter((at) => at >= 0 && at < count)
    return [...new Set([...(head === undefined ? [] : [head]), ...also, ...shown])].sort((a, b) => a - b)
  },
})

/** The row that the focus is in stays in the page however far one scrolls, and those to which the arrows go from it. */
function aroundFocus(list: HTMLElement | null): number[] {
  const focused = document.activeElement
  const row = list?.contains(focused) && focused?.closest<HTMLElement>('[data-index]')
  if (!row) return []
  const at = Number(row.dataset.index)
  return [at - 1, at, at + 1]
}

type Options<S extends Element | Window> = ConstructorParameters<typeof Virtualizer<S, HTMLElement>>[0]

/** As the library's own bindings for React have it: drawn again whenever it says that another range is in sight. */
function useVirtualizer<S extends Element | Window>(options: Options<S>): Virtualizer<S, HTMLElement> {
  const [, draw] = useReducer((times: number) => times + 1, 0)
  const [rows] = useState(() => new Virtualizer<S, HTMLElement>({ ...options, onChange: draw }))
  rows.setOptions({ ...options, onChange: draw })
  useLayoutEffect(() => rows._didMount(), [])
  useLayoutEffect(() => rows._willUpdate())
  return rows
}

type RowsProps<S extends Element | Window> = Props & { rows: Virtualizer<S, HTMLElement> }

function Rows<S extends Element | Window>({ rows, headOf, keyOf, kindOf, children }: RowsProps<S>) {
  const head = headOf(rows.range?.startIndex ?? 0)
  const margin = rows.options.scrollMargin
  const items = rows.getVirtualItems()
  const painted = items.map(({ index }) => ({ key: keyOf(index), kind: kindOf(index) }))
  const slotOf = useSlots(rows, painted)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are not in sight are not there, which a table element cannot say
    <div class="list-rows" role="rowgroup" style={{ height: `${rows.getTotalSize()}px` }}>
      {items.map(({ index, start }) =>
        children(index, {
          ...slotOf(keyOf(index)),
          style: index === head ? { position: 'sticky' } : { transform: `translateY(${start - margin}px)` },
          'data-index': index,
          // The row of the columns' heads is the first.
          'aria-rowindex': index + 2,
        }),
      )}
    </div>
  )
}
