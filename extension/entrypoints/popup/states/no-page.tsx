import { t } from '../../../ui/language.ts'

/** A new tab, a settings page: nothing to read, and the list of consoles to start from. */
export function NoPage({ onVendors }: { onVendors: () => void }) {
  return (
    <div class="state">
      <h2>{t('access.noPageTitle')}</h2>
      <p>{t('access.noPage')}</p>
      <button type="button" class="button" onClick={onVendors}>
        {t('access.showVendors')}
      </button>
    </div>
  )
}
