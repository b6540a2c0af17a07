import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type Props = { title: string; onClose: () => void; children: ComponentChildren; actions: ComponentChildren }

/** A native modal dialog: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const open = dialog.current
    open?.showModal()
    // Enter does what the dialog was opened for; Escape leaves it.
    open?.querySelector<HTMLElement>('.button.main')?.focus()
    return () => open?.close()
  }, [])
  return (
    <dialog ref={dialog} class="dialog" aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      <div class="inside">{children}</div>
      <footer>{actions}</footer>
    </dialog>
  )
}
