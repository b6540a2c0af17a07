import { ChevronsUpDown } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import type { ClientCard } from '../records/clients.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { ClientPicker } from './client-picker.tsx'

type Props = {
  active: ClientCard | null
  clients: ClientCard[]
  onSwitch: (client: Uuid) => void
  onCreate: (name: string) => void
  /** What stands at its end. */
  children?: ComponentChildren
}

/** The one strong color on screen: whose inventory this is, in the client's own hue, with the way to another. */
export function ClientBanner({ active, clients, onSwitch, onCreate, children }: Props) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <header class={`banner ${active ? 'hued' : 'nobody'}`} style={active ? { '--hue': active.hue } : {}}>
      <button
        ref={opener}
        type="button"
        class="banner-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onMouseDown={(event) => open && event.preventDefault()}
      >
        <span class="monogram" aria-hidden="true">
          {monogram(active?.name ?? '?')}
        </span>
        <span class="cut banner-name">{active?.name ?? t('inventory.clients.choose')}</span>
        <Icon of={ChevronsUpDown} />
        <span class="aside">: {t('inventory.clients.change')}</span>
      </button>
      {children}
      {open && (
        <ClientPicker
          clients={clients}
          active={active?.id ?? null}
          onClose={close}
          onPick={(client) => {
            close()
            onSwitch(client)
          }}
          onCreate={(name) => {
            close()
            onCreate(name)
          }}
        />
      )}
    </header>
  )
}

/** "Contoso Ltd" → "CL". */
export function monogram(name: string): string {
  const initials = name
    .trim()
    .split(/\s+/)
    .map((word) => [...word].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '')
    .filter(Boolean)
  return (initials.length > 1 ? `${initials[0]}${initials.at(-1)}` : (initials[0] ?? '?')).toUpperCase()
}
