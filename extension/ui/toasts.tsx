import { signal } from '@preact/signals'
import { t } from './language.ts'

type Toast = { id: number; text: string; undo?: (() => void) | undefined }

/** One at a time is enough to be read; a newer one takes the place of the former. */
const shown = signal<Toast | null>(null)
let last = 0

/** Says what was done, with the way back where there is one. Stays until the next, or ten seconds. */
export function toast(text: string, undo?: () => void): void {
  last += 1
  const id = last
  shown.value = { id, text, undo }
  setTimeout(() => {
    if (shown.value?.id === id) shown.value = null
  }, 10_000)
}

export function Toasts() {
  const now = shown.value
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
                shown.value = null
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
