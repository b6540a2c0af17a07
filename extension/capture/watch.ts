import { pause } from '../../shared/pause.ts'

/** The page under watch, as whoever reads it needs to know it. */
export type Watch = {
  /** Lets the page go on, and comes back as soon as it may. */
  pause: () => Promise<void>
  /** Grows with every change of the page. */
  revision: () => number
  /** A root whose changes the page's own document does not show: watched from now on. */
  found: (root: Node) => void
}

const changes: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: [
    ...['hidden', 'open', 'class', 'aria-hidden', 'aria-expanded', 'aria-selected'],
    ...['aria-checked', 'aria-valuenow', 'aria-rowindex', 'aria-rowcount'],
  ],
}

export function watchPage(document: Document, changed: () => void, signal: AbortSignal): Watch {
  let revision = 0
  const note = () => {
    revision++
    changed()
  }
  const watched = new WeakSet<Node>()
  const observer = new MutationObserver(note)
  const found = (root: Node) => {
    if (signal.aborted || watched.has(root)) return
    watched.add(root)
    observer.observe(root, changes)
  }
  found(document)
  // What a person sets in a form, and another document in a frame, are no mutations.
  document.addEventListener('change', note, { signal, capture: true })
  document.addEventListener('load', ({ target }) => target instanceof HTMLIFrameElement && note(), {
    signal,
    capture: true,
  })
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  return { pause, revision: () => revision, found }
}
