import type { ComponentChildren } from 'preact'

type SectionProps = { title: string; lead?: string; children: ComponentChildren }

/** One part of the settings: what it is about, then a row for each thing in it. */
export function SettingSection({ title, lead, children }: SectionProps) {
  return (
    <section class="setting-section" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {lead !== undefined && <p class="soft">{lead}</p>}
      </header>
      {children}
    </section>
  )
}

/** Holds the quiet line's room until it is known what it says. */
export const coming = '\u00a0'

type RowProps = { name: ComponentChildren; why?: ComponentChildren; children?: ComponentChildren }

/** What it is, in one quiet line why, and at the right what it is now or the control. */
export function Setting({ name, why, children }: RowProps) {
  return (
    <div class="setting">
      <div class="setting-what">
        <span class="setting-name">{name}</span>
        {why !== undefined && <span class="setting-why">{why}</span>}
      </div>
      {children !== undefined && <div class="setting-now">{children}</div>}
    </div>
  )
}

/** Rows that belong together under a heading of their own. */
export function SettingGroup({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="setting-group" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
