import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type Props = { title: string; onClose: () => void; children: ComponentChildren; actions: ComponentChildren }

/** A native modal dialog: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const open = dialog.current
    open?.showModal()
    // Where something is to be typed, that comes first; else Enter does what the dialog was opened for. Escape leaves it.
    const first = open?.querySelector<HTMLElement>('[data-first]') ?? open?.querySelector<HTMLElement>('.button.main')
    first?.focus()
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

type FormProps = {
  title: string
  submit: string
  cancel: string
  onClose: () => void
  onSubmit: () => void
  children: ComponentChildren
}

/** A dialog that asks for something: Enter in any of its fields gives it. */
export function FormDialog({ title, submit, cancel, onClose, onSubmit, children }: FormProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {cancel}
          </button>
          <button type="submit" form="dialog-form" class="button main">
            {submit}
          </button>
        </>
      }
    >
      <form
        id="dialog-form"
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
