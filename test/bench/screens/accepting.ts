import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { bundle } from '../../support/bundle.ts'
import { beside, type Row } from '../measure.ts'

const plans = Array.from({ length: 40 }, (_, at) => ({
  id: `sub_${at}`,
  product: `Accepted ${at}`,
  plan: 'Business',
  seats: 10 + at,
  price: '12.50',
  currency: 'EUR',
  renewal_date: '2027-03-01',
  status: 'active',
}))

/** A draft accepted into a client that has a hundred thousand records: one strict transaction, to its end. */
export async function accepting(plain: Page): Promise<Row> {
  await plain.evaluate(await bundle(fileURLToPath(new URL('../device.entry.ts', import.meta.url)), 'device'))
  const call = (name: string, ...args: unknown[]) =>
    plain.evaluate<number[]>(`device.${name}(...${JSON.stringify(args)})`)
  const text = JSON.stringify({ subscriptions: plans })
  await call('capture', text, 'https://api.bench.example/v1/subscriptions', 'https://admin.bench.example/billing')
  const accepted = await call('acceptEach', plans.length)
  const bare = await call(
    'commitFloor',
    plans.map((plan) => JSON.stringify(plan)),
  )
  return {
    ...beside('accept → durable', accepted, 'one strict IndexedDB put of the same bytes', bare),
    target: '≤ 50 ms',
  }
}
