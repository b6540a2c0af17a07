import type { Database } from '../db/database.ts'
import type { ClientCard } from '../records/clients.ts'
import { peopleModeOf } from '../records/people-mode.ts'
import { part, t } from '../ui/language.ts'
import { useLive, valueOr } from '../ui/use-live.ts'
import { coming, Setting, SettingGroup, SettingSection } from './setting.tsx'

/** How people are shown is the client's own, and said there; here is how it stands, and where everything lies. */
export function PrivacySection({ db, active }: { db: Database; active: ClientCard | null }) {
  const mode = valueOr(
    useLive(async () => (active ? peopleModeOf(db, active.id) : null), [active?.id]),
    null,
  )
  return (
    <SettingSection title={t('settings.privacy.title')} lead={t('settings.privacy.lead')}>
      {active && (
        <Setting
          name={t('settings.privacy.people', active.name)}
          why={mode === null ? coming : t(`settings.privacy.modes.${part(mode)}`)}
        >
          <a class="button" href="#rates">
            {t('settings.privacy.change')}
          </a>
        </Setting>
      )}
      <SettingGroup title={t('settings.privacy.where')}>
        <Setting name={t('settings.privacy.device')} why={t('settings.privacy.deviceWhy')} />
        <Setting name={t('settings.privacy.server')} why={t('settings.privacy.serverWhy')} />
        <Setting name={t('settings.privacy.vendors')} why={t('settings.privacy.vendorsWhy')} />
        <Setting name={t('settings.privacy.others')} why={t('settings.privacy.othersWhy')} />
      </SettingGroup>
      <p>
        <a href="/privacy.html">{t('settings.privacy.statement')}</a>
      </p>
    </SettingSection>
  )
}
