import { t } from './language.ts'

type Position = { purchased?: number | undefined; assigned?: number | undefined; active?: number | undefined }

/** Purchased, assigned and active as nested lengths on one scale; what is assigned beyond the purchase crosses in red. */
export function PositionBar({ of }: { of: Position }) {
  const { purchased = 0, assigned = 0, active = 0 } = of
  const full = Math.max(purchased, assigned, active)
  if (full === 0) return null
  const share = (count: number) => ({ '--share': (100 * count) / full })
  const over = of.purchased !== undefined && assigned > purchased
  return (
    <span class="position" role="img" aria-label={positionWords(of)}>
      {of.purchased !== undefined && <i class="purchased" style={share(purchased)} />}
      {of.assigned !== undefined && (
        <i class="assigned" style={share(Math.min(assigned, over ? purchased : assigned))} />
      )}
      {of.active !== undefined && <i class="active" style={share(active)} />}
      {over && <i class="over" style={{ ...share(assigned - purchased), '--from': (100 * purchased) / full }} />}
      {over && <i class="line" style={{ '--from': (100 * purchased) / full }} />}
    </span>
  )
}

/** The same in words, for those who do not see the bar. */
export function positionWords({ purchased, assigned, active }: Position): string {
  const told = [
    purchased === undefined ? t('position.purchasedNotShown') : t('position.purchased', purchased),
    assigned === undefined ? t('position.assignedNotShown') : t('position.assigned', assigned),
    ...(active === undefined ? [] : [t('position.active', active)]),
  ]
  const over = purchased !== undefined && assigned !== undefined && assigned > purchased
  const all = told.join(', ')
  return over ? t('position.over', all, assigned - purchased) : all
}
