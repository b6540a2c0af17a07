import type { ScreenState } from './screen-states.ts'

type Size = { width: number; height: number }

/**
 * What a screen has for itself at 200 % zoom. A popup grows with the zoom until it is as large as the browser lets it be,
 * 800 × 600, which are half as many pixels of the page; a side panel is drawn wider by the person, up to what WCAG 1.4.10
 * calls the narrowest, 320 pixels of the page.
 */
export function zoomedSize(screen: ScreenState['screen'], size: Size): Size {
  if (screen === 'popup') return { width: 400, height: 300 }
  if (screen === 'sidepanel') return { width: 320, height: 400 }
  return { width: size.width / 2, height: size.height / 2 }
}

/** Runs in the page: what of it cannot be seen or reached, in words. */
export async function lost(): Promise<string[]> {
  // What floats is put in its place when the window has its size.
  await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))
  const { documentElement: page } = document
  const width = page.clientWidth
  // What floats lies over the rest, and is what is worked in.
  const floating = [...document.querySelectorAll('dialog[open], :popover-open, .picker')]
  const top = floating.at(-1) ?? document.body
  const found: string[] = []
  if (page.scrollWidth > width) found.push(`the page is ${page.scrollWidth} wide, of ${width} that are seen`)
  const controls =
    'a[href], button, input, select, textarea, summary, [role="tab"], [role^="menuitem"], [role="option"]'
  for (const control of top.querySelectorAll<HTMLElement>(controls))
    if (isShown(control)) found.push(...lacking(control))
  for (const element of top.querySelectorAll<HTMLElement>('*'))
    if (isClipped(element)) found.push(`clipped: ${named(element)}`)
  for (const element of document.querySelectorAll('*'))
    if (isStuck(element)) found.push(`scrolled by a script only: ${named(element)}`)
  return found

  /** What was brought into sight above lay where nobody can scroll to. */
  function isStuck(element: Element): boolean {
    if ((element.scrollTop === 0 && element.scrollLeft === 0) || element.localName === 'input') return false
    const { overflowX, overflowY } = getComputedStyle(element)
    const still = ['hidden', 'clip']
    return (still.includes(overflowY) && element.scrollTop > 0) || (still.includes(overflowX) && element.scrollLeft > 0)
  }
  function isShown(element: HTMLElement): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    return element.closest('.aside') === null
  }
  function lacking(control: HTMLElement): string[] {
    control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    const { left, right } = control.getBoundingClientRect()
    if (left < -1 || right > width + 1) return [`cut: ${named(control)} from ${left} to ${right}, of ${width}`]
    if (isReached(control)) return []
    // At the edge a head that stays may lie over it.
    control.scrollIntoView({ block: 'center', behavior: 'instant' })
    return isReached(control) ? [] : [`covered: ${named(control)}`]
  }
  function isReached(control: HTMLElement): boolean {
    const { left, top, width, height } = control.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return hit !== null && (control.contains(hit) || hit.closest('label')?.contains(control) === true)
  }
  /** Text that its own box cuts, without the three dots that say so. */
  function isClipped(element: HTMLElement): boolean {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    if (!hasText || !isShown(element)) return false
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
    const isWide =
      overflowX !== 'visible' &&
      overflowX !== 'auto' &&
      textOverflow !== 'ellipsis' &&
      element.scrollWidth > element.clientWidth + 1
    const isHigh = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2
    return isWide || isHigh
  }
  function named(element: Element): string {
    const text = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `${element.localName}.${element.getAttribute('class') ?? ''} “${text.trim().replace(/\s+/g, ' ').slice(0, 40)}”`
  }
}

/** Runs in the page: texts that were left too little room to show a word of them. */
export async function squeezed(): Promise<string[]> {
  await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))
  return [...document.body.querySelectorAll<HTMLElement>('*')].filter(isSqueezed).map((element) => {
    return `${element.localName}.${element.getAttribute('class') ?? ''} “${element.textContent?.trim().slice(0, 40)}”`
  })

  function isSqueezed(element: HTMLElement): boolean {
    if (element.clientWidth >= 48 || element.scrollWidth <= element.clientWidth + 1) return false
    if (getComputedStyle(element).overflowX === 'visible' || element.closest('.aside') !== null) return false
    return element.checkVisibility() && (element.textContent ?? '').trim() !== ''
  }
}
