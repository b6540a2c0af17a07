import { t } from '../ui/language.ts'
import { keyboard } from './keyboard.ts'
import { SettingGroup, SettingSection } from './setting.tsx'

/** The keys of all screens, read in one place. */
export function KeyboardSection() {
  return (
    <SettingSection title={t('settings.keyboard.title')} lead={t('settings.keyboard.lead')}>
      {keyboard.map(({ screen, keys }) => (
        <SettingGroup key={screen} title={t(screen)}>
          <table class="setting-table setting-keys">
            <thead class="aside">
              <tr>
                <th scope="col">{t('settings.keyboard.key')}</th>
                <th scope="col">{t('settings.keyboard.does')}</th>
              </tr>
            </thead>
            <tbody>
              {keys.map(({ press, does }) => (
                <tr key={does}>
                  <td>
                    {press.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </td>
                  <td>{t(does)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SettingGroup>
      ))}
    </SettingSection>
  )
}
