import { DoorOpen, MoonStar } from 'lucide'
import type { PersonRow } from '../../shared/inventory/people/rows.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { leftWords } from './words.ts'

/** What to know at a glance: gone, not active, and what kind of account it is. */
export function PersonBadges({ row: { view, held, inactive } }: { row: PersonRow }) {
  const { left, kind } = view
  const telling = kind && kind.kind !== 'employee' ? kind : undefined
  return (
    <span class="badges">
      {left && (
        <span class={`badge ${held > 0 ? 'late' : ''}`}>
          <Icon of={DoorOpen} /> {leftWords(left)}
        </span>
      )}
      {!left && inactive > 0 && (
        <span class="badge soon">
          <Icon of={MoonStar} /> {t('people.inactiveSeats', inactive)}
        </span>
      )}
      {telling && (
        <span class="badge" title={telling.from === 'address' ? t('people.byLook') : undefined}>
          {t(`people.kind.${telling.kind}`)}
          {telling.from === 'address' && (
            <>
              <span aria-hidden="true">?</span>
              <span class="aside">, {t('people.byLook')}</span>
            </>
          )}
        </span>
      )}
    </span>
  )
}
