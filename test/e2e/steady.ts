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
  new PerformanceObserver((list) => {
    // TypeScript's DOM has no LayoutShift yet: https://wicg.github.io/layout-instability/#sec-layout-shift
    for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[])
      if (!hadRecentInput) shifts.push({ value, moves: sources.map(told) })
  }).observe({ type: 'layout-shift', buffered: true })

  type Source = { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }
  type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: Source[] }
  function told({ node, previousRect: from, currentRect: to }: Source): string {
    const name = node instanceof Element ? `${node.localName}.${node.className}` : node?.textContent?.slice(0, 40)
    return `${name ?? 'what is gone'} ${from.x},${from.y} ${from.width}×${from.height} → ${to.x},${to.y} ${to.width}×${to.height}`
  }
}
