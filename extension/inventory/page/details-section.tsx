import { Trash2 } from 'lucide'
import { Icon } from '../../ui/icon.tsx'
import { t } from '../../ui/language.ts'
import type { Entry } from '../entries.ts'
import { Editable, type EditContext } from './editable.tsx'
import { detailGroups } from './fields.ts'

type Props = { edit: EditContext; entry: Entry; siblings: Entry[]; onDelete: () => void }

/** Every field that does not stand with the terms, each with its source. */
export function DetailsSection({ edit, entry, siblings, onDelete }: Props) {
  const others = siblings.filter(({ id }) => id !== entry.id)
  return (
    <section class="one-details" aria-label={t('inventory.page.details')}>
      <h2>{t('inventory.page.details')}</h2>
      {detailGroups().map(({ id, fields }) => (
        <div key={id} class="fact-group">
          <h3>{t(`inventory.page.group.${id}`)}</h3>
          <dl class="facts">
            {id === 'product' && <Fixed label={t('common.vendor')} value={entry.vendor.name} />}
            {id === 'product' && <Fixed label={t('common.account')} value={entry.account} />}
            {fields.map((field) => (
              <Editable key={field} {...edit} field={field} />
            ))}
          </dl>
        </div>
      ))}
      {others.length > 0 && (
        <div class="fact-group">
          <h3>{t('inventory.page.siblings')}</h3>
          <ul class="siblings">
            {others.map(({ id, plan, product, part }) => (
              <li key={id}>
                <a href={`#inventory/${id}`}>
                  {part === 'pool' ? t('inventory.allPurchases') : (plan ?? product.name)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <button type="button" class="button quiet one-delete" onClick={onDelete}>
        <Icon of={Trash2} /> {t('inventory.page.delete')}
      </button>
    </section>
  )
}

/** What is bound to where it was seen, and is no field that one could edit. */
function Fixed({ label, value }: { label: string; value: string | undefined }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{value ?? <span class="not-shown">{t('common.notShown')}</span>}</dd>
    </div>
  )
}
