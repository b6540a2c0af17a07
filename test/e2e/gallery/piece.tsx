import type { ComponentChildren } from 'preact'

/** A kind of piece, and every state of it with its name. */
export const Kind = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <section class="kind" aria-label={name}>
    <h2>{name}</h2>
    <div class="states">{children}</div>
  </section>
)

export const As = ({ is, wide, children }: { is: string; wide?: boolean; children: ComponentChildren }) => (
  <div class={wide ? 'as wide' : 'as'}>
    <p class="as-name">{is}</p>
    <div>{children}</div>
  </div>
)
