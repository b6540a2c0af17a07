import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { Marked } from './marks.tsx'
import type { Option } from './options.ts'

type Props = { option: Option; id: string; typed: string; isChosen: boolean }

/** One line: what it is, whose, and where it is from. */
export function OptionRow({ option, id, typed, isChosen }: Props) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const { icon, hue, title, line, client } = option
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the option by aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={isChosen}
      class="found"
      onMouseDown={(event) => event.preventDefault()}
      onClick={option.run}
    >
      {icon && <Icon of={icon} />}
      {hue !== undefined && <span class="swatch hued" style={{ '--hue': hue }} />}
      <span class="cut found-title">
        <Marked text={title} typed={typed} />
      </span>
      <span class="cut faint found-line">
        <Marked text={line} typed={typed} />
      </span>
      {client && (
        <span class="cut found-client">
          <span class="swatch hued" style={{ '--hue': client.hue }} /> {client.name}
        </span>
      )}
    </div>
  )
}
