import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { focusFirst } from '../focus.ts'
import type { Combobox } from './use-combobox.ts'

type Identified = { id: string }

/** The field of a combobox. It has the focus from the beginning: whoever opened it wants to type. */
export function ComboboxField<Option extends Identified>(props: {
  of: Combobox<Option>
  label: string
  class?: string
}) {
  const { of, label, class: name = 'field-input' } = props
  return (
    <input
      ref={focusFirst}
      data-first
      class={name}
      role="combobox"
      aria-expanded={of.options.length > 0}
      aria-controls={of.list}
      aria-autocomplete="list"
      aria-activedescendant={of.chosen && idOf(of, of.chosen)}
      aria-label={label}
      placeholder={label}
      autocomplete="off"
      spellcheck={false}
      maxLength={200}
      value={of.typed}
      onInput={(event) => of.type(event.currentTarget.value)}
      onKeyDown={of.onKeyDown}
    />
  )
}

/** Its list: options, or groups of them. */
export function Options<Option extends Identified>(props: {
  of: Combobox<Option>
  label: string
  class?: string
  children: ComponentChildren
}) {
  return (
    <div id={props.of.list} role="listbox" aria-label={props.label} class={`options ${props.class ?? ''}`}>
      {props.children}
    </div>
  )
}

export function OptionLine<Option extends Identified>(props: {
  of: Combobox<Option>
  option: Option
  children: ComponentChildren
}) {
  const { of, option, children } = props
  const row = useRef<HTMLDivElement>(null)
  const isChosen = option.id === of.chosen?.id
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option by aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      ref={row}
      id={idOf(of, option)}
      role="option"
      aria-selected={isChosen}
      class="option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => of.take(option)}
    >
      {children}
    </div>
  )
}

export function OptionGroup<Option extends Identified>(props: {
  of: Combobox<Option>
  id: string
  name: string
  children: ComponentChildren
}) {
  const id = `${props.of.list}-group-${props.id}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, not a fieldset
    <div role="group" aria-labelledby={id}>
      <div id={id} class="option-group" role="presentation">
        {props.name}
      </div>
      {props.children}
    </div>
  )
}

const idOf = ({ list }: { list: string }, { id }: Identified) => `${list}-${id}`
