/** How much of the page's own time reading it may take, and how many rows and blocks it may give. */
// A slice is far below what a person notices (one frame is 16 ms); what one step may take on top is the rest of the frame.
// The whole may take long, as the page goes on meanwhile; on a busy machine the clock runs on as well, and a page that is cut loses records.
const limits = { slice: 6, milliseconds: 3000, rows: 5000, cells: 60_000, blocks: 300, asides: 60 }

/** A piece of work that can be put down wherever it yields, and taken up again. */
export type Steps<T> = Generator<void, T, void>

/** Counts while a page is read; whoever is about to read one more element asks first. */
export type Budget = {
  readonly rows: number
  readonly blocks: number
  /** Whether it is time to let the page go on. */
  due: () => boolean
  /** The page had its turn; the next slice begins. */
  resume: () => void
  row: (cells: number) => boolean
  /** Tells of a root whose changes the page's own document does not show: a shadow root, a frame's document. */
  root: (root: Node) => void
  /** What is on the page but no part of its content: pages of a list to turn, steps to go. */
  aside: (element: Element) => void
  readonly asides: readonly Element[]
  /** Nothing more may be read: there is more on the page than was. */
  spent: () => boolean
}

export function startBudget(now: () => number, root: (root: Node) => void = () => {}): Budget {
  const asides: Element[] = []
  let [from, used, until, spent, cells] = [now(), 0, 16, false, limits.cells]
  return {
    rows: limits.rows,
    blocks: limits.blocks,
    due() {
      // The clock is asked for every 16th element only.
      if (--until > 0) return false
      until = 16
      return now() - from > limits.slice
    },
    resume() {
      used += now() - from
      spent ||= used > limits.milliseconds
      from = now()
    },
    // Rows are counted and not timed: half a table misleads.
    row(width) {
      cells -= width
      spent ||= cells < 0
      return cells >= 0
    },
    root,
    asides,
    aside: (element) => void (asides.length < limits.asides && asides.push(element)),
    spent: () => spent,
  }
}
