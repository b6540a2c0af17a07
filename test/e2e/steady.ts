import type { Page } from '@playwright/test'

/** What moved on a page by itself after it was first painted, by how much of the window, and from where. */
export async function shiftsOf(page: Page): Promise<string[]> {
  const shifts = await page.evaluate<Shift[]>('globalThis.shifts')
  return shifts.map(({ value, moves }) => `${value.toFixed(5)}: ${moves.join(', ')}`)
}

type Shift = { value: number; moves: string[] }

/** Runs in the page, before anything else does. */
export function watchShifts(): void {
  const shifts: Shift[] = []
  Object.assign(globalThis, { shifts })
  // The browser takes what moves within half a second for an answer to a press; a slow machine takes longer to give it.
  const answered = 3000
  let pressedAt = Number.NEGATIVE_INFINITY
  for (const press of ['keydown', 'pointerdown'])
    addEventListener(press, ({ timeStamp }) => (pressedAt = timeStamp), { capture: true })
  new PerformanceObserver((list) => {
    // TypeScript's DOM has no LayoutShift yet: https://wicg.github.io/layout-instability/#sec-layout-shift
    for (const { value, startTime, hadRecentInput, sources } of list.getEntries() as Entry[])
      if (!hadRecentInput && (startTime < pressedAt || startTime - pressedAt > answered))
        shifts.push({ value, moves: sources.map(told) })
  }).observe({ type: 'layout-shift', buffered: true })

  type Source = { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }
  type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: Source[] }
  function told({ node, previousRect: from, currentRect: to }: Source): string {
    const name = node instanceof Element ? `${node.localName}.${node.className}` : node?.textContent?.slice(0, 40)
    return `${name ?? 'what is gone'} ${from.x},${from.y} ${from.width}×${from.height} → ${to.x},${to.y} ${to.width}×${to.height}`
  }
}
