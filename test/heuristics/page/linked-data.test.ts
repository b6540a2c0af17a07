import { expect, test } from 'vitest'
import { recordsFromPage } from '../../../extension/heuristics/page/read.ts'
import { pageReader } from '../../support/read-pages.ts'

const url = 'https://console.example.com/account/bills'
const reader = pageReader()

async function read(body: string) {
  const html = `<!doctype html><html lang="en"><head><title>Bills</title></head><body>${body}</body></html>`
  const { snapshot, title, lang } = await reader.read(url, html)
  const context = { url, title, lang, headings: snapshot.headings, at: '2026-11-20T12:00:00Z' }
  return recordsFromPage(snapshot, context).map(({ type, fields }) => ({ type, ...fields }))
}
const script = (thing: unknown) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`
const invoice = {
  '@type': 'Invoice',
  confirmationNumber: 'R-2027-004',
  paymentDueDate: '2027-03-31T00:00:00Z',
  totalPaymentDue: { '@type': 'PriceSpecification', price: 119.5, priceCurrency: 'EUR' },
  paymentStatus: 'https://schema.org/PaymentDue',
  provider: { '@type': 'Organization', name: 'Nordhost' },
}
const expected = {
  type: 'invoice',
  number: 'R-2027-004',
  dueOn: '2027-03-31',
  total: { minor: 11_950, currency: 'EUR' },
  status: 'open',
}

test('an invoice that the page describes to machines, alone or in a graph', async () => {
  expect(await read(script({ '@context': 'https://schema.org', ...invoice }))).toMatchObject([expected])
  expect(await read(script({ '@graph': [{ '@type': 'WebPage', mainEntity: invoice }] }))).toMatchObject([expected])
})

test('the same as microdata around the page’s own text', async () => {
  const body = `<article itemscope itemtype="https://schema.org/Invoice">Bill <b itemprop="confirmationNumber">R-2027-004</b>,
    due <time itemprop="paymentDueDate" datetime="2027-03-31">end of March</time>
    <span itemprop="totalPaymentDue" itemscope itemtype="https://schema.org/PriceSpecification">
      <meta itemprop="priceCurrency" content="EUR"><span itemprop="price" content="119.50">119,50</span></span>
    <link itemprop="paymentStatus" href="https://schema.org/PaymentDue"></article>`
  expect(await read(body)).toMatchObject([expected])
})

test.each([
  [
    'a product with an offer, as shops describe it',
    { '@type': 'Product', name: 'Desk', offers: { '@type': 'Offer', price: 9, priceCurrency: 'EUR' } },
  ],
  ['an invoice without a number', { '@type': 'Invoice', paymentDueDate: '2027-03-31' }],
  ['keys of prototypes', JSON.parse('{"@type":"Invoice","__proto__":{"confirmationNumber":"x"},"constructor":1}')],
])('nothing of %s', async (_, thing) => {
  expect(await read(script(thing))).toEqual([])
})

test('what is broken, deep or endless is left alone', async () => {
  const deep = JSON.parse(`${'{"a":'.repeat(50)}${JSON.stringify(invoice)}${'}'.repeat(50)}`)
  expect(await read(`${script(deep)}<script type="application/ld+json">{"@type":"Invoice"</script>`)).toEqual([])
  expect(await read(script({ ...invoice, note: 'x'.repeat(300_000) }))).toEqual([])
})
