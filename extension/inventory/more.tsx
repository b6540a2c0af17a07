import { useEffect, useRef } from 'preact/hooks'

/** The end of what is painted: when it comes into view, there is to be more. */
export function More({ onSeen }: { onSeen: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!end.current) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), { rootMargin: '200px' })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [onSeen])
  return <div ref={end} class="more-end" />
}
