import { h } from 'preact'

/** The drawing of one lucide icon, as that package ships it. */
type Drawing = [tag: string, attributes: Record<string, string | number | undefined>][]

/** It always stands beside a word, or in a button that has a label: a screen reader does not hear it. */
export function Icon({ of, class: name = '' }: { of: Drawing; class?: string }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}
