import { useLayoutEffect, useRef } from 'preact/hooks'

export type Keys = Record<string, () => void>

/** Single letters act only while nobody types, no dialog is open and no modifier is held. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys)
  now.current = keys
  // Before the first paint: whoever sees the page may press a key at once.
  useLayoutEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest('input, select, textarea, dialog, [role="combobox"]'))
        return
      const key = Object.hasOwn(now.current, event.key) ? now.current[event.key] : undefined
      if (!key) return
      event.preventDefault()
      key()
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [])
}
