import { PanelRight } from 'lucide'
import { browser } from 'wxt/browser'
import type { Page } from '../../access/page.ts'
import { Icon } from '../../ui/icon.tsx'
import { t } from '../../ui/language.ts'

// Firefox's name for the same thing, which Chrome's types do not know.
const { sidebarAction } = browser as { sidebarAction?: { open: () => Promise<void> } }

/** The side panel stays open while the person goes from page to page. Opened straight from the click, or not at all. */
export function PanelButton({ page }: { page: Page | null }) {
  const open = () => {
    if (sidebarAction) void sidebarAction.open()
    else if (page) void browser.sidePanel.open({ windowId: page.window })
    window.close()
  }
  return (
    <button
      type="button"
      class="button quiet square"
      aria-label={t('popup.openPanel')}
      title={t('popup.openPanel')}
      onClick={open}
    >
      <Icon of={PanelRight} />
    </button>
  )
}
