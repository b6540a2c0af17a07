import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { currentPage, type Page } from '../../access/page.ts'

/** The tab the person looks at, followed while they go from tab to tab and from page to page. Undefined until known. */
export function useCurrentPage(): { page: Page | null | undefined; look: () => void } {
  const [page, setPage] = useState<Page | null>()
  const look = () => void currentPage().then(setPage)
  useEffect(() => {
    look()
    const { tabs, permissions } = browser
    const events = [tabs.onActivated, tabs.onUpdated, permissions.onAdded, permissions.onRemoved]
    for (const event of events) event.addListener(look)
    return () => {
      for (const event of events) event.removeListener(look)
    }
  }, [])
  return { page, look }
}
