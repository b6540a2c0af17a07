import { Check, ChevronDown } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { keepPlaced } from './place.ts'

type IconOf = Parameters<typeof Icon>[0]['of']
type Props = {
  label: string
  icon?: IconOf
  /** What it is set to, beside its name. */
  value?: string | undefined
  disabled?: boolean
  children: (close: () => void) => ComponentChildren
}

/**
 * A button that opens a menu, as https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ has it. The browser's popover
 * keeps it on top, and closes it on Escape and on a click elsewhere; the arrows move between its choices.
 */
export function MenuButton({ label, icon, value, disabled = false, children }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()
  const close = () => {
    menu.current?.hidePopover()
    button.current?.focus()
  }
  // Its choices are there only while it is open.
  useLayoutEffect(() => {
    if (!open || !menu.current || !button.current) return
    const leave = keepPlaced(menu.current, button.current)
    choicesIn(menu.current)[0]?.focus()
    return leave
  }, [open])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') menu.current?.hidePopover()
    else if (menu.current && moved(menu.current, event.key)) event.preventDefault()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button"
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open}
        popovertarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          menu.current?.showPopover()
        }}
      >
        {icon && <Icon of={icon} />} {label}
        {value !== undefined && <span class="menu-value">{value}</span>}
        <Icon of={ChevronDown} class="menu-arrow" />
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        onToggle={({ newState }) => setOpen(newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {open && children(close)}
      </div>
    </>
  )
}

const choicesIn = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]

/** Arrows go round, Home and End to the ends, a letter to the next choice that begins with it. */
function moved(menu: HTMLElement, key: string): boolean {
  const choices = choicesIn(menu)
  const at = document.activeElement instanceof HTMLElement ? choices.indexOf(document.activeElement) : -1
  const next = nextAt(key, at, choices)
  if (next === undefined) return false
  choices.at(next % choices.length)?.focus()
  return true
}

function nextAt(key: string, at: number, choices: HTMLElement[]): number | undefined {
  if (key === 'ArrowDown') return at + 1
  if (key === 'ArrowUp') return at < 0 ? -1 : at - 1
  if (key === 'Home') return 0
  if (key === 'End') return -1
  if (key.length !== 1 || key === ' ') return undefined
  const order = choices.map((_, step) => (at + 1 + step) % choices.length)
  return order.find((place) => choices[place]?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))
}

/** Something that is done, once. */
export function MenuAction({
  icon,
  children,
  onChoose,
}: {
  icon?: IconOf
  children: ComponentChildren
  onChoose: () => void
}) {
  return (
    <button type="button" role="menuitem" class="menu-choice" onClick={onChoose}>
      <span class="menu-mark">{icon && <Icon of={icon} />}</span>
      {children}
    </button>
  )
}

/** Something that is so or not (`checkbox`), or one of several (`radio`). The menu stays open: more may be wanted. */
export function MenuCheck(props: {
  kind: 'checkbox' | 'radio'
  checked: boolean
  disabled?: boolean
  children: ComponentChildren
  onChoose: () => void
}) {
  const { kind, checked, disabled = false, children, onChoose } = props
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it is one of the two roles that have it
    <button
      type="button"
      role={kind === 'radio' ? 'menuitemradio' : 'menuitemcheckbox'}
      aria-checked={checked}
      aria-disabled={disabled}
      class="menu-choice"
      onClick={() => !disabled && onChoose()}
    >
      <span class="menu-mark">{checked && <Icon of={Check} />}</span>
      {children}
    </button>
  )
}

export function MenuGroup({ label, children }: { label: string; children: ComponentChildren }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
    <div role="group" aria-labelledby={id} class="menu-group">
      <p id={id} class="menu-head" role="presentation">
        {label}
      </p>
      {children}
    </div>
  )
}
