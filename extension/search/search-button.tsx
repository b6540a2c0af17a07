import { Search } from 'lucide'
import { useEffect } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'

const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Opens the search, with the key that does so from anywhere on the page but an open dialog. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (!document.querySelector('dialog[open]')) onOpen()
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [onOpen])
  return (
    <button type="button" class="search-button" aria-keyshortcuts="Control+K Meta+K" onClick={onOpen}>
      <Icon of={Search} /> {t('search.open')} <kbd>{isApple() ? '⌘K' : t('search.key')}</kbd>
    </button>
  )
}
