import { expect, test } from 'vitest'
import { freeReason } from '../../../shared/inventory/free.ts'
import type { Subscription } from '../../../shared/model/subscription.ts'
import { belief } from '../../support/beliefs.ts'

const reasonOf = (values: Subscription) =>
  freeReason({
    key: 'x',
    vendor: { key: 'slack.com', name: 'Slack', categories: [] },
    product: { key: 'x', name: 'x' },
    pool: null,
    purchases: [belief('subscription', values)],
    lots: [],
    assignments: [],
  })

test.each<[Subscription, string | undefined]>([
  [{ plan: 'Free' }, 'free-plan'],
  [{ plan: 'Free plan' }, 'free-plan'],
  [{ product: 'Slack Free' }, 'free-plan'],
  [{ product: 'Slack (free)' }, 'free-plan'],
  [{ unitPrice: { minor: 0, currency: 'EUR' } }, 'zero-price'],
  [{ product: 'Toll-Free Numbers' }, undefined],
  [{ product: 'Free Range Analytics' }, undefined],
  [{ plan: 'Ad-free' }, undefined],
  [{ plan: 'Freedom' }, undefined],
  [{ plan: 'Free trial' }, undefined],
  [{ plan: 'Free', status: 'trialing' }, undefined],
  [{ plan: 'Free', unitPrice: { minor: 100, currency: 'EUR' } }, undefined],
])('%j', (values, expected) => expect(reasonOf(values)).toBe(expected))
