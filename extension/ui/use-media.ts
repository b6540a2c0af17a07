import { useEffect, useState } from 'preact/hooks'

/** Whether the window is such now. */
export function useMedia(query: string): boolean {
  const [fits, setFits] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const follow = () => setFits(media.matches)
    follow()
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [query])
  return fits
}

/** In one column the page scrolls, beside the navigation the list does (page.css). */
export const oneColumn = '(max-width: 860px)'
