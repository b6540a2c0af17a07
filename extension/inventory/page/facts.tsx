import { formatCount, formatDay } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import type { EvidenceOf } from '../evidence.ts'
import { SourceOf } from '../source-of.tsx'
import type { Fact } from './counted.ts'
import { howMany, unitsOf } from './words.ts'

/** The facts that a count is the sum of; each leads to where it is kept. */
export function Facts({ of, evidence }: { of: Fact[]; evidence: EvidenceOf }) {
  return (
    <ul class="counted-facts">
      {of.map((fact) => (
        <li key={keyOf(fact)}>
          <OneFact of={fact} evidence={evidence} />
        </li>
      ))}
    </ul>
  )
}

const keyOf = (fact: Fact): string => (fact.is === 'seats' ? 'seats' : fact.of.id)

function OneFact({ of: fact, evidence }: { of: Fact; evidence: EvidenceOf }) {
  if (fact.is === 'seats')
    return (
      <>
        <span class="number">{howMany(fact.count, fact.among)}</span>{' '}
        <a href="#people">{t('inventory.page.position.seePeople')}</a>
      </>
    )
  if (fact.is === 'lot') return <span>{unitsOf(fact.count, fact.of.values.purchaseOrder)}</span>
  if (fact.is === 'charge') {
    const { invoiceId = '', description = '', chargePeriodStart } = fact.of.values
    return (
      <>
        {fact.count !== undefined && <span class="number">{formatCount(fact.count)}</span>}{' '}
        <span>{invoiceId === '' ? description : t('inventory.page.position.bill', invoiceId)}</span>{' '}
        {chargePeriodStart && <time dateTime={chargePeriodStart}>{formatDay(chargePeriodStart)}</time>}
      </>
    )
  }
  const { values, id } = fact.of
  const name = values.subscriptionId ?? values.plan ?? values.product ?? values.sku ?? t('inventory.onePurchase')
  return (
    <>
      <span class="number">{formatCount(fact.count)}</span> <a href={`#inventory/${id}`}>{name}</a>{' '}
      <SourceOf of={fact.belief} field={fact.field} what={name} evidence={evidence} />
    </>
  )
}
