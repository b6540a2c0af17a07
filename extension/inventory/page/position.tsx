import { ChevronDown } from 'lucide'
import { useState } from 'preact/hooks'
import type { Assessed } from '../../../shared/inventory/findings/context.ts'
import type { Inventory } from '../../../shared/inventory/inventory.ts'
import type { Day } from '../../../shared/model/day.ts'
import { formatCount, formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { t } from '../../ui/language.ts'
import { SourceTag } from '../../ui/source-tag.tsx'
import type { EvidenceOf } from '../evidence.ts'
import { type Counted, countedOf, type Fact, type PartName, partFields, partNames } from './counted.ts'
import { Editable, type EditContext } from './editable.tsx'
import { Facts } from './facts.tsx'

type Props = { assessed: Assessed; inventory: Inventory; today: Day; edit: EditContext }

/** Where it stands, five ways: lengths on one scale, and each number with the facts that it was counted from. */
export function PositionSection({ assessed, inventory, today, edit }: Props) {
  const { position, entitlement } = assessed
  const counted = countedOf(assessed, inventory, today)
  const { unlimited, overAssigned, unassigned, available, assigned, purchased } = position
  const told = [
    overAssigned !== undefined && (
      <strong class="tone-late">{t('inventory.page.position.over', formatCount(overAssigned))}</strong>
    ),
    unassigned !== undefined && unassigned > 0 && t('inventory.page.position.unassigned', formatCount(unassigned)),
    unassigned === undefined &&
      assigned?.from === 'assignments' &&
      purchased &&
      t('inventory.page.position.unassignedUnknown'),
    available && t('inventory.page.position.available', formatCount(available.count)),
    unlimited && t('inventory.page.position.unlimited'),
    entitlement.purchases.length > 1 && t('inventory.page.position.pool', entitlement.purchases.length),
  ].filter(Boolean)
  return (
    <section aria-label={t('inventory.page.position.title')}>
      <h2>{t('inventory.page.position.title')}</h2>
      <Figure counted={counted} unlimited={unlimited} />
      <ul class="parts">
        {partNames.map((name) => (
          <PartRow key={name} name={name} counted={counted.get(name)} unlimited={unlimited} edit={edit} />
        ))}
      </ul>
      {told.map((line, at) => (
        <p key={String(at)} class="soft">
          {line}
        </p>
      ))}
    </section>
  )
}

/** Nested lengths on one scale; what is assigned beyond the purchase crosses in red. The rows below say the same in words. */
function Figure({ counted, unlimited }: { counted: Map<PartName, Counted>; unlimited: boolean }) {
  const count = (name: PartName) => counted.get(name)?.part.count
  const full = Math.max(...partNames.map((name) => count(name) ?? 0))
  if (full === 0) return null
  const share = (value: number) => ({ '--share': (100 * value) / full })
  const [purchased, assigned = 0] = [unlimited ? undefined : count('purchased'), count('assigned')]
  const over = purchased !== undefined && assigned > purchased ? assigned - purchased : 0
  return (
    <div class="nested" aria-hidden="true">
      {partNames.map((name) => {
        const value = count(name)
        if (value === undefined) return null
        return <i key={name} class={name} style={share(name === 'assigned' ? value - over : value)} />
      })}
      {over > 0 && <i class="over" style={{ ...share(over), '--from': (100 * (purchased ?? 0)) / full }} />}
    </div>
  )
}

type RowProps = { name: PartName; counted: Counted | undefined; unlimited: boolean; edit: EditContext }

function PartRow({ name, counted, unlimited, edit }: RowProps) {
  const [open, setOpen] = useState(false)
  const label = t(`inventory.page.position.part.${name}`)
  const isUnlimited = unlimited && name === 'purchased'
  const count = isUnlimited ? t('inventory.unlimitedShort') : counted ? formatCount(counted.part.count) : undefined
  return (
    <li>
      <div class="position-part">
        <i class={`swatch-part ${name}`} aria-hidden="true" />
        <span>{label}</span>
        <span class={`number ${count === undefined ? 'not-shown' : 'strong'}`}>{count ?? t('common.notShown')}</span>
        <span class="faint">
          {counted && <SourceWords of={counted} evidence={edit.evidence} what={label} />}{' '}
          {counted && (
            <time dateTime={counted.part.asOf}>{t('inventory.page.position.asOf', formatDay(counted.part.asOf))}</time>
          )}
        </span>
        <button
          type="button"
          class="button link how"
          aria-expanded={open}
          aria-label={t('inventory.page.position.howOf', label, count ?? t('common.notShown'))}
          onClick={() => setOpen(!open)}
        >
          {t('inventory.page.position.how')} <Icon of={ChevronDown} class="chevron" />
        </button>
      </div>
      {open && (
        <div class="how-counted">
          {counted ? (
            <>
              <p>{t(`inventory.page.position.counted.${counted.part.from}`)}</p>
              {name === 'active' && (
                <p>
                  {counted.days === undefined
                    ? t('inventory.page.position.activeByConsole')
                    : t('inventory.page.position.activeWithin', counted.days)}
                </p>
              )}
              <Facts of={counted.facts} evidence={edit.evidence} />
            </>
          ) : (
            <p>{t(`inventory.page.position.not.${name}`)}</p>
          )}
          {name !== 'billed' && (
            <dl class="facts">
              <Editable {...edit} field={partFields[name]} />
            </dl>
          )}
        </div>
      )}
    </li>
  )
}

/** One fact has its own source; a sum says of what it is one. */
function SourceWords({ of: { part, facts }, evidence, what }: { of: Counted; evidence: EvidenceOf; what: string }) {
  const fact: Fact | undefined = facts[0]
  if (facts.length !== 1 || fact?.is !== 'field') return <span>{t(`inventory.page.position.short.${part.from}`)}</span>
  const { observation } = fact.belief
  return (
    <SourceTag
      of={fact.belief}
      what={what}
      load={observation === undefined ? undefined : () => evidence(observation, fact.field)}
    />
  )
}
