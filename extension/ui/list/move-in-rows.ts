/** The arrows go from row to row: to the first thing in it that takes the focus. The row beyond the last one painted comes with it. */
export function moveInRows(event: KeyboardEvent, count: number): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
  const list = event.currentTarget
  if (step === 0 || !from || !(list instanceof HTMLElement)) return
  const at = Number(from.dataset.index)
  for (let next = at + step; next >= 0 && next < count; next += step) {
    const row = list.querySelector(`[data-index="${next}"]`)
    const goal = row?.querySelector<HTMLElement>('a, button')
    if (!row) return
    if (!goal) continue
    event.preventDefault()
    goal.focus({ preventScroll: true })
    goal.scrollIntoView({ block: 'nearest' })
    return
  }
}
