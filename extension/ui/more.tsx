import { useEffect, useRef } from 'preact/hooks'

/** The end of what is painted: when it comes into view, more is. Give it a key that changes with what is shown. */
export function More({ onSeen }: { onSeen: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!end.current) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), { rootMargin: '400px' })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [onSeen])
  return <div ref={end} class="more-end" />
}
