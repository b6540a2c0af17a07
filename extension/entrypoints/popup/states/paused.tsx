import { t } from '../../../ui/language.ts'

/** Nothing was found because nothing was looked for, which somebody chose on this device and may have forgotten. */
export function Paused({ names }: { names: string[] }) {
  return (
    <div class="state">
      <h2>{t('popup.pausedTitle')}</h2>
      <p>{t('popup.paused', names.join(', '))}</p>
      <a class="button" href="/app.html#settings/connectors" target="_blank" rel="noreferrer">
        {t('popup.toConnectors')}
      </a>
    </div>
  )
}
