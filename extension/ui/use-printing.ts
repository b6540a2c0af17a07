import { useLayoutEffect, useState } from 'preact/hooks'

/** Whether the page is being printed: then a list that is painted a part at a time paints all of it. */
export function usePrinting(): boolean {
  const [prints, setPrints] = useState(false)
  useLayoutEffect(() => {
    const stop = new AbortController()
    addEventListener('beforeprint', () => setPrints(true), { signal: stop.signal })
    addEventListener('afterprint', () => setPrints(false), { signal: stop.signal })
    return () => stop.abort()
  }, [])
  return prints
}
