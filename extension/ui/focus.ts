const focused = new WeakSet<Element>()

/** A ref that gives the focus to an input, or to what it belongs to, once, when it appears: somebody has just asked for it. */
export function focusFirst(input: HTMLElement | null): void {
  if (!input || focused.has(input)) return
  focused.add(input)
  input.focus()
  if (input instanceof HTMLInputElement) input.select()
}
