/**
 * Keeps what is drawn over the page where it belongs, until the signal ends it. Not by listening: what scrolls within a
 * component or a frame tells nobody outside of it.
 */
export function follow(page: Window, place: () => void, signal: AbortSignal): void {
  const again = () => {
    if (signal.aborted) return
    place()
    page.requestAnimationFrame(again)
  }
  again()
}
