const edge = 8

/** Puts it there, and again where the window becomes another size: somebody zooms. Ends what it began. */
export function keepPlaced(floating: HTMLElement, under: HTMLElement): () => void {
  const again = () => place(floating, under)
  again()
  addEventListener('resize', again)
  return () => removeEventListener('resize', again)
}

/** Puts what floats under what opened it, or above where the window ends; never outside of it. */
function place(floating: HTMLElement, under: HTMLElement): void {
  const at = under.getBoundingClientRect()
  const { width, height } = floating.getBoundingClientRect()
  const below = at.bottom + height + edge <= innerHeight
  floating.style.left = `${Math.max(edge, Math.min(at.left, innerWidth - width - edge))}px`
  // What opened it may have been scrolled away.
  const above = Math.min(at.top - height + 1, innerHeight - height - edge)
  floating.style.top = `${below ? Math.max(edge, at.bottom - 1) : Math.max(edge, above)}px`
}
