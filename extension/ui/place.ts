const edge = 8

/** Puts what floats under what opened it, or above where the window ends; never outside of it. */
export function place(floating: HTMLElement, under: HTMLElement): void {
  const at = under.getBoundingClientRect()
  const { width, height } = floating.getBoundingClientRect()
  const below = at.bottom + height + edge <= innerHeight
  floating.style.left = `${Math.max(edge, Math.min(at.left, innerWidth - width - edge))}px`
  floating.style.top = `${below ? at.bottom - 1 : Math.max(edge, at.top - height + 1)}px`
}
