import { addDays } from '../../shared/model/calendar.ts'
import { chooseLanguage, chosenLanguage } from '../ui/choose-language.ts'
import { dayOf, formatDay, formatMoney, relativeDay } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { type Language, languages } from '../ui/locale.ts'
import { Setting, SettingGroup, SettingSection } from './setting.tsx'

const isLanguage = (value: string): value is Language => Object.hasOwn(languages, value)

/** Texts are known when a screen is drawn: it is drawn anew. */
function choose(value: string): void {
  chooseLanguage(isLanguage(value) ? value : undefined)
  location.reload()
}

export function LanguageSection({ now }: { now: Date }) {
  const today = dayOf(now)
  const later = addDays(today, 34)
  return (
    <SettingSection title={t('settings.language.title')} lead={t('settings.language.lead')}>
      <Setting
        name={<label for="setting-language">{t('settings.language.ofTexts')}</label>}
        why={t('settings.language.ofTextsWhy')}
      >
        <select
          id="setting-language"
          class="field-input"
          value={chosenLanguage() ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('settings.language.browsers')}</option>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </Setting>
      <SettingGroup title={t('settings.language.written')}>
        <Setting name={t('settings.language.days')} why={t('settings.language.daysWhy')}>
          {formatDay(later)}, {relativeDay(later, today)}
        </Setting>
        <Setting name={t('settings.language.amounts')} why={t('settings.language.amountsWhy')}>
          {formatMoney({ minor: 1234567n, currency: 'EUR' })}
        </Setting>
      </SettingGroup>
    </SettingSection>
  )
}
