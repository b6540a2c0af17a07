import { useEffect, useState } from 'preact/hooks'
import { t } from './language.ts'

type Toast = { id: number; text: string; undo?: (() => void) | undefined }

/** One at a time is enough to be read; a newer one takes the place of the former. */
let shown: Toast | null = null
let last = 0
// Not a signal: they weigh more than all that the popup says with this.
const told = new Set<(now: Toast | null) => void>()

function show(toast: Toast | null): void {
  shown = toast
  for (const tell of told) tell(toast)
}

/** Says what was done, with the way back where there is one. Stays until the next, or ten seconds. */
export function toast(text: string, undo?: () => void): void {
  last += 1
  const id = last
  show({ id, text, undo })
  setTimeout(() => {
    if (shown?.id === id) show(null)
  }, 10_000)
}

export function Toasts() {
  const [now, setNow] = useState(shown)
  useEffect(() => {
    told.add(setNow)
    setNow(shown)
    return () => void told.delete(setNow)
  }, [])
  return (
    <div class="toasts" role="status" aria-live="polite">
      {now && (
        <div class="toast" key={now.id}>
          <span class="cut">{now.text}</span>
          {now.undo && (
            <button
              type="button"
              class="button"
              onClick={() => {
                now.undo?.()
                show(null)
              }}
            >
              {t('common.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
