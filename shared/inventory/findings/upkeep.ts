import { daysBetween } from '../../model/calendar.ts'
import type { Belief } from '../belief.ts'
import { foldedEmail } from '../people/account-key.ts'
import { madeUpName } from '../people/called.ts'
import type { Assessed, FindingContext } from './context.ts'
import { type Finding, findingKey } from './finding.ts'
import { about } from './saving.ts'

/** A fact that nobody has looked at for so long is told as an old one. */
export const staleAfter = 90
/** A payment card is renewed within a month or two, and a failed payment suspends the seats. */
const cardAhead = 60

export function stale(assessed: Assessed, { today }: FindingContext): Finding[] {
  const { pool, purchases } = assessed.entitlement
  let oldest: Belief<'subscription'> | undefined
  for (const one of pool ? [pool] : purchases)
    if (one.seenAt !== '' && (oldest === undefined || one.seenAt < oldest.seenAt)) oldest = one
  const on = oldest?.seenAt.slice(0, 10)
  if (oldest === undefined || on === undefined || daysBetween(on, today) <= staleAfter) return []
  const of = about(assessed)
  return [
    {
      key: findingKey('stale', of.subject),
      kind: 'stale',
      ...of,
      on,
      count: daysBetween(on, today),
      records: [oldest.id],
    },
  ]
}

export function ownersGone(assessed: Assessed, { personByEmail, called }: FindingContext): Finding[] {
  const of = about(assessed)
  return assessed.entitlement.purchases.flatMap(({ id, values: { owner } }): Finding[] => {
    const person = owner?.includes('@') ? personByEmail(foldedEmail(owner)) : undefined
    if (!owner || !person?.left) return []
    const on = person.left.on
    const name = called(person)
    return [
      {
        // Without the address, which would name somebody wherever the key goes.
        key: findingKey('owner-gone', id, madeUpName(foldedEmail(owner))),
        kind: 'owner-gone',
        ...of,
        ...(name === undefined ? {} : { person: name }),
        ...(on === undefined ? {} : { on }),
        records: [id, person.left.evidence],
      },
    ]
  })
}

export function cardsExpiring(assessed: Assessed, { today }: FindingContext): Finding[] {
  const of = about(assessed)
  return assessed.entitlement.purchases.flatMap(({ id, values: { cardExpiresOn } }): Finding[] =>
    cardExpiresOn === undefined || daysBetween(today, cardExpiresOn) > cardAhead
      ? []
      : [
          {
            key: findingKey('card-expiring', id, cardExpiresOn),
            kind: 'card-expiring',
            ...of,
            on: cardExpiresOn,
            records: [id],
          },
        ],
  )
}
