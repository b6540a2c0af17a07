import { useEffect, useState } from 'preact/hooks'
import type { Outlined } from '../pointing/protocol.ts'
import { focusFirst } from '../ui/focus.ts'
import { t } from '../ui/language.ts'
import { move, stop, take } from './ask-page.ts'

const steps: Record<string, 'next' | 'previous' | 'outer' | 'inner'> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'outer',
  ArrowRight: 'inner',
}

/** While somebody points in the page: the same by keyboard from here, and the way out. */
export function PointingState({ tab }: { tab: number }) {
  const [outlined, setOutlined] = useState<Outlined>({ text: '' })
  useEffect(() => () => void stop(tab), [tab])
  const onKeyDown = (event: KeyboardEvent) => {
    const to = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
    if (to) void move(tab, to).then(setOutlined)
    else if (event.key === 'Enter' && outlined.text !== '') void take(tab)
    else if (event.key === 'Escape') void stop(tab)
    else return
    event.preventDefault()
  }
  return (
    <section class="lesson" aria-label={t('teach.title')}>
      <p role="status">
        <strong>{t('teach.pointing')}</strong>
      </p>
      <p class="soft" id="pointing-keys">
        {t('teach.byKeys')}
      </p>
      <p class="outlined" aria-live="polite">
        {outlined.text || (outlined.closed && t(`teach.closed.${outlined.closed}`))}
      </p>
      <button
        type="button"
        ref={focusFirst}
        class="button"
        aria-describedby="pointing-keys"
        onKeyDown={onKeyDown}
        onClick={() => void stop(tab)}
      >
        {t('teach.leave')}
      </button>
    </section>
  )
}
