/** How much of the page's own time reading it may take, and how many rows and blocks it may give. */
// A page of the ordinary kind takes 2 to 10 ms. On a machine that is busy with other things the clock runs on meanwhile, and a
// page that is cut short loses records, so the box is wide.
const limits = { milliseconds: 150, rows: 5000, cells: 60_000, blocks: 300 }

/** Counts down while a page is read; whoever is about to read one more element asks first. */
export type Budget = {
  readonly rows: number
  readonly blocks: number
  take: () => boolean
  row: (cells: number) => boolean
  cut: () => boolean
}

export function startBudget(now: () => number): Budget {
  const end = now() + limits.milliseconds
  let until = 32
  let spent = false
  const take = () => {
    // The clock is asked for every 32nd element only.
    if (--until > 0) return !spent
    until = 32
    spent ||= now() > end
    return !spent
  }
  // Rows are counted and not timed: a long table takes microseconds a cell, and half a table misleads.
  let cells = limits.cells
  const row = (width: number) => {
    cells -= width
    spent ||= cells < 0
    return cells >= 0
  }
  return { rows: limits.rows, blocks: limits.blocks, take, row, cut: () => spent }
}
