import { Eye } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { hostOf } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { toast } from '../ui/toasts.tsx'

/** The one button that helps where nothing may be read yet. */
export function NotAllowed({ url, onAllowed }: { url: string; onAllowed: () => void }) {
  const ask = useAskFor()
  const host = hostOf(url)
  const allow = async () => {
    const given = await ask?.(url)
    toast(given ? t('access.reload') : t('access.refused'))
    if (given) onAllowed()
  }
  return (
    <div class="state">
      <h2>{t('access.notAllowedTitle', host)}</h2>
      <p>{t('access.notAllowed')}</p>
      <button type="button" class="button main" disabled={!ask} onClick={allow}>
        <Icon of={Eye} /> {t('access.allowNamed', host)}
      </button>
    </div>
  )
}

type Ask = (url: string) => Promise<boolean>

/**
 * The list of consoles is loaded after the first paint, and before the click: browsers grant access only straight from
 * the click, before any waiting.
 */
function useAskFor(): Ask | undefined {
  const [ask, setAsk] = useState<{ ask: Ask }>()
  useEffect(() => {
    void import('./hosts.ts').then(({ requestVendor }) => setAsk({ ask: requestVendor }))
  }, [])
  return ask?.ask
}
