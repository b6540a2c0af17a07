import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** For the row that the address names: it is brought into sight, once. */
export function usePicked(picked: boolean): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (picked) row.current?.scrollIntoView({ block: 'center' })
  }, [picked])
  return row
}
