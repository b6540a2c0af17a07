import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

type Props<T extends string> = {
  label: string
  tabs: readonly { id: T; name: string }[]
  selected: T
  onSelect: (tab: T) => void
  children: ComponentChildren
}

/** Tabs as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has them: one stop of the Tab key, arrows move between them. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect, children }: Props<T>) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = tabs.findIndex(({ id }) => id === selected)
    const next = step === 0 ? undefined : tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }
  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            class="tab"
            aria-selected={id === selected}
            aria-controls="tab-panel"
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby={`tab-${selected}`}>
        {children}
      </div>
    </>
  )
}
