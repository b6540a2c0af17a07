import { ArrowUpRight } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'

export const sections = [
  'server',
  'hosts',
  'connectors',
  'privacy',
  'language',
  'keyboard',
  'storage',
  'diagnostics',
] as const
export type SectionId = (typeof sections)[number]

/** The section that an address names: `#settings/storage`; the first where it names none. */
export const sectionIn = (name: string | undefined): SectionId => sections.find((each) => each === name) ?? sections[0]

/** The index of all sections, and the one that is looked at. */
export function SettingsScreen({ section, children }: { section: SectionId; children: ComponentChildren }) {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => content.current?.scrollTo(0, 0), [section])
  return (
    <div class="settings">
      <nav class="settings-index" aria-label={t('settings.index')}>
        <h1>{t('areas.settings')}</h1>
        <ul>
          {sections.map((id) => (
            <li key={id}>
              <a href={`#settings/${id}`} aria-current={id === section ? 'true' : undefined}>
                {t(`settings.${id}.title`)}
              </a>
            </li>
          ))}
          <li class="elsewhere">
            <a href="#rates">
              {t('areas.rates')} <Icon of={ArrowUpRight} class="tiny" />
            </a>
          </li>
        </ul>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <div class="settings-content" ref={content} tabIndex={0}>
        {children}
      </div>
    </div>
  )
}
