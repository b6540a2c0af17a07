import { OptionLine } from '../ui/combobox/combobox.tsx'
import type { Combobox } from '../ui/combobox/use-combobox.ts'
import { Icon } from '../ui/icon.tsx'
import { Marked } from './marks.tsx'
import type { Option } from './options.ts'

/** One line: what it is, whose, and where it is from. */
export function OptionRow({ of, option, typed }: { of: Combobox<Option>; option: Option; typed: string }) {
  const { icon, hue, title, line, client } = option
  return (
    <OptionLine of={of} option={option}>
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
    </OptionLine>
  )
}
