import { describe, expect, test } from 'vitest'
import { recordsFromPage } from '../../../extension/heuristics/page/read.ts'
import { pageReader } from '../../support/read-pages.ts'

const reader = pageReader()

async function records(body: string, { path = 'admin', lang = 'en-US', title = 'Acme Console' } = {}) {
  const url = `https://console.acme.example.com/${path}`
  const html = `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body>${body}</body></html>`
  const read = await reader.read(url, html)
  const { headings } = read.snapshot
  return recordsFromPage(read.snapshot, { url, title, lang: read.lang, headings, at: '2026-11-20T12:00:00Z' })
}

describe('what a rendered page says', () => {
  test('a table of licenses, each value with its row and column', async () => {
    const [mail, ...others] = await records(
      `<h1>Licenses</h1><table><tr><th>Product</th><th>Seats purchased</th><th>Assigned</th><th>Renews</th></tr>
      <tr><td>Mail Pro</td><td>50</td><td>42</td><td>May 1, 2027</td></tr><tr><td>Chat</td><td>10</td><td>3</td><td>Jun 2, 2027</td></tr></table>`,
    )
    expect(mail).toMatchObject({
      type: 'subscription',
      fields: { product: 'Mail Pro', seatsPurchased: 50, seatsAssigned: 42, renewsOn: '2027-05-01' },
    })
    expect(mail?.where.renewsOn).toEqual({ locator: "table 1, row 1, column 'Renews'", excerpt: 'May 1, 2027' })
    expect(others).toHaveLength(1)
  })

  test('a table without a header, by the form of its values', async () => {
    const read = await records(
      `<h2>Invoices</h2><table><tr><td>Nov 1, 2026</td><td>Invoice #AC-0012</td><td>€252.00</td><td>Paid</td></tr>
      <tr><td>Oct 1, 2026</td><td>Invoice #AC-0011</td><td>€90.00</td><td>Unpaid</td></tr></table>`,
      { path: 'billing/history' },
    )
    expect(read.map(({ fields }) => fields)).toMatchObject([
      { number: 'AC-0012', issuedOn: '2026-11-01', total: { minor: 25200, currency: 'EUR' }, status: 'paid' },
      { number: 'AC-0011', issuedOn: '2026-10-01', status: 'open' },
    ])
  })

  test('cards whose facts are sentences, with the state on a badge beside the name', async () => {
    const card = (name: string, state: string, lines: string[]) =>
      `<div class="plan-item"><div class="head"><h3 class="plan-name">${name}</h3><span class="label-pill">${state}</span></div>
      <div>${lines.map((line) => `<p class="plan-fact">${line}</p>`).join('')}</div></div>`
    const read = await records(
      `<h1>Your subscriptions</h1><div>${card('Mail Pro', 'Active', ['$690.00 billed annually', '50 licenses', 'Renews on Feb 28, 2027'])}
      ${card('Chat', 'Cancelled', ['$90.00 billed annually', '10 licenses', 'Expires on Jan 15, 2027'])}</div>`,
    )
    expect(read.map(({ fields }) => fields)).toMatchObject([
      {
        product: 'Mail Pro',
        status: 'active',
        seatsPurchased: 50,
        renewsOn: '2027-02-28',
        totalPrice: { minor: 69000 },
      },
      {
        product: 'Chat',
        status: 'canceled',
        seatsPurchased: 10,
        endsOn: '2027-01-15',
        billingPeriod: { unit: 'year' },
      },
    ])
    expect(read[1]?.fields).not.toHaveProperty('renewsOn')
  })

  test('a form of switches is a list of settings where one is about security, and of nothing elsewhere', async () => {
    const box = (id: string, label: string, on: boolean) =>
      `<div><input type="checkbox" id="${id}"${on ? ' checked' : ''}><label for="${id}">${label}</label></div>`
    const read = await records(
      `<h1>Security</h1><fieldset><legend>Sign in</legend>${box('a', 'Require two-factor authentication for everyone', true)}
      ${box('b', 'Require single sign-on (SAML)', false)}</fieldset>`,
    )
    const other = `<h1>Notifications</h1>${box('c', 'Send me a digest', true)}${box('d', 'Send me news', true)}`
    expect(await records(other)).toEqual([])
    expect(read.map(({ type, fields }) => [type, fields.area, fields.state])).toEqual([
      ['control', 'mfa', 'enabled'],
      ['control', 'sso', 'disabled'],
    ])
  })

  test('a switch has its name from the title of its row, and what explains it is no name', async () => {
    const row = (id: string, title: string, text: string, on: boolean, names: string) =>
      `<div class="line"><div><div id="${id}">${title}</div><div>${text}</div></div>
      <button role="switch" aria-checked="${on}" ${names}></button></div>`
    const read = await records(
      `<h1>Sicherheit</h1><section><h2>Zugang</h2>
      ${row('a', 'Zwei-Faktor-Authentifizierung erzwingen', 'Gilt ab der nächsten Anmeldung.', true, 'aria-labelledby="a"')}
      ${row('b', 'Single Sign-On', 'Anmeldung über SAML.', false, '')}</section>`,
      { lang: 'de' },
    )
    expect(read.map(({ type, fields }) => [type, fields.title, fields.state])).toEqual([
      ['control', 'Zwei-Faktor-Authentifizierung erzwingen', 'enabled'],
      ['control', 'Single Sign-On', 'disabled'],
    ])
  })

  test('a term, counts and a price with its period in one cell each', async () => {
    const [one] = await records(
      `<h1>ご契約</h1><table><tr><th>サービス名</th><th>ライセンス数</th><th>契約期間</th><th>料金</th></tr>
      <tr><td>メール プラス</td><td>30</td><td>2026年5月1日 ～ 2027年4月30日</td><td>月額 3,000円</td></tr>
      <tr><td>会議 プラス</td><td>12</td><td>2026年6月1日 ～ 2027年5月31日</td><td>月額 1,200円</td></tr></table>`,
      { lang: 'ja' },
    )
    expect(one?.fields).toMatchObject({
      product: 'メール プラス',
      seatsPurchased: 30,
      startsOn: '2026-05-01',
      endsOn: '2027-04-30',
      totalPrice: { minor: 3000, currency: 'JPY' },
      billingPeriod: { count: 1, unit: 'month' },
    })
  })

  test('cards that count users are named by their titles', async () => {
    const card = (name: string, state: string, day: string) =>
      `<li class="c"><div><h3>${name}</h3><span class="lozenge">${state}</span></div>
      <div><div><span>Users</span><strong>31</strong></div><div><span>Next charge</span><strong>${day}</strong></div></div></li>`
    const read = await records(
      `<h1>Subscriptions</h1><ul>${card('Board Premium', 'Active', 'Dec 10, 2026')}${card('Wiki', 'Trial', 'Dec 20, 2026')}</ul>`,
    )
    expect(read.map(({ fields }) => [fields.product, fields.status, fields.renewsOn])).toEqual([
      ['Board Premium', 'active', '2026-12-10'],
      ['Wiki', 'trialing', '2026-12-20'],
    ])
  })

  test('bills in a list of links whose boxes have no names', async () => {
    const row = (day: string, total: string) =>
      `<a class="r" href="#"><span>${day}</span><span>${total}</span><span class="badge">Paid</span><span>Gold plan</span></a>`
    const read = await records(
      `<div><div>Invoice history</div><div>${row('Nov 14, 2026', '€240.00')}${row('Oct 14, 2026', '€200.00')}</div></div>`,
    )
    expect(read.map(({ type, fields }) => [type, fields.issuedOn, fields.status])).toEqual([
      ['invoice', '2026-11-14', 'paid'],
      ['invoice', '2026-10-14', 'paid'],
    ])
  })

  test('a day that can be read in two ways stays open, unless another date of the page tells the order', async () => {
    const page = (other: string) =>
      `<h1>Licenses</h1><table><tr><th>Product</th><th>Purchased</th><th>Assigned</th><th>Start</th><th>Expires</th></tr>
      <tr><td>Mail Pro</td><td>50</td><td>42</td><td>${other}</td><td>03/04/2027</td></tr></table>`
    const [open] = await records(page('2026-01-02'), { lang: 'en' })
    expect(open?.open).toEqual({ endsOn: ['2027-04-03', '2027-03-04'] })
    const [told] = await records(page('25/12/2026'), { lang: 'en' })
    expect([told?.open, told?.fields.endsOn]).toEqual([undefined, '2027-04-03'])
  })

  test('one subscription told in several sections and a table is one record', async () => {
    const read = await records(
      `<h1>Subscription</h1><dl><dt>Plan</dt><dd>Gold (Annually)</dd><dt>Next charge</dt><dd>1 Mar 2027, €2,532.00</dd></dl>
      <table><tr><td>Gold (Annually) ×42 @ €60.00</td><td>€2,520.00 /year</td></tr><tr><td>Storage (Annually) ×3 @ €4.00</td><td>€12.00 /year</td></tr></table>
      <h2>Members</h2><p>42 users in this subscription</p>`,
      { path: 'subscription' },
    )
    const gold = read.filter(({ fields }) => JSON.stringify(fields).includes('Gold'))
    expect(gold).toHaveLength(1)
    expect(gold[0]?.fields).toMatchObject({ plan: 'Gold (Annually)', renewsOn: '2027-03-01', seatsPurchased: 42 })
  })

  test('sections that count differently are several things, and none of them is the one that the host could name', async () => {
    const section = (heading: string, counts: string) => `<section><h2>${heading}</h2><p>${counts}</p></section>`
    const page = (other: string) =>
      `<h1>Licenses</h1>${section('Seat package', '7 used / 20 total')}<h2>Servers</h2><ul><li>${other}</li></ul>`
    expect(await records(page('1 used / 3 total'))).toEqual([])
    const [same] = await records(page('7 used / 20 total'))
    expect(same?.fields).toMatchObject({ product: 'Acme Console', seatsAssigned: 7, seatsPurchased: 20 })
  })

  test('cards of a list in German', async () => {
    const card = (name: string, cycle: string, price: string, day: string) =>
      `<li class="abo"><strong class="name">${name}</strong><span class="cycle">${cycle}</span><span class="price">${price}</span><span>Verlängert sich am ${day}</span></li>`
    const read = await records(
      `<h1>Meine Abonnements</h1><ul>${card('Mail Pro', 'Monatlich', '12,50 €', '1. März 2027')}${card('Chat', 'Jährlich', '1.234,00 €', '2. Mai 2027')}</ul>`,
      { lang: 'de-DE', path: 'abonnements' },
    )
    expect(read.map(({ fields }) => fields)).toMatchObject([
      { product: 'Mail Pro', totalPrice: { minor: 1250, currency: 'EUR' }, renewsOn: '2027-03-01' },
      { product: 'Chat', totalPrice: { minor: 123400, currency: 'EUR' }, renewsOn: '2027-05-02' },
    ])
  })
})

describe('what is not the client’s inventory', () => {
  test('a pricing page', async () => {
    const plan = (name: string, price: string) =>
      `<div class="plan"><h3>${name}</h3><p class="price">${price}</p><p>per user / month</p><ul><li>Up to 50 users</li><li>Support</li></ul><button>Buy now</button></div>`
    expect(
      await records(
        `<h1>Plans and pricing</h1>${plan('Starter', '$5')}${plan('Business', '$12')}${plan('Enterprise', '$30')}`,
        {
          path: 'pricing',
          title: 'Pricing – Acme',
        },
      ),
    ).toEqual([])
  })

  test('an article that speaks of seats and renewals', async () => {
    expect(
      await records(
        `<article><h1>How renewals work</h1><p>Last year 42 of 50 seats were used, and the subscription was renewed on May 1, 2026.</p>
        <h2>Prices</h2><p>We paid $12.50 per month for each of our 50 users until June 2, 2026.</p></article>`,
        { path: 'blog/how-renewals-work', title: 'How renewals work' },
      ),
    ).toEqual([])
  })

  test('a shop', async () => {
    const ware = (name: string, price: string) =>
      `<div class="product"><img alt="${name}"><h2>${name}</h2><span class="price">${price}</span><span>In stock</span><a class="button">Add to cart</a></div>`
    expect(
      await records(`<h1>Office chairs</h1>${ware('Chair A', '€120.00')}${ware('Chair B', '€90.00')}`, {
        path: 'shop/chairs',
        title: 'Chairs',
      }),
    ).toEqual([])
  })
})
