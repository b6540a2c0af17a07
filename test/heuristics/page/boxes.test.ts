import { describe, expect, test } from 'vitest'
import { recordsFromPage } from '../../../extension/heuristics/page/read.ts'
import { pageReader } from '../../support/read-pages.ts'

const reader = pageReader()

type Page = { url?: string; lang?: string; title?: string }
async function records(
  body: string,
  { url = 'https://console.acme.example.com/admin', lang = 'en-US', title = 'Acme' }: Page = {},
) {
  const html = `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body>${body}</body></html>`
  const read = await reader.read(url, html)
  const { headings } = read.snapshot
  return recordsFromPage(read.snapshot, { url, title, lang: read.lang, headings, at: '2026-11-20T12:00:00Z' })
}
const fieldsOf = async (...page: Parameters<typeof records>) => (await records(...page)).map(({ fields }) => fields)
const cells = (tag: string, texts: string[]) => texts.map((text) => `<${tag}>${text}</${tag}>`).join('')

describe('tables in pieces', () => {
  test('a header that is a table of its own names the columns of the table below, with a place for its scrollbar', async () => {
    const [mail] =
      await fieldsOf(`<h1>Licenses</h1><div><div class="head"><table><thead><tr>${cells('th', ['Product', 'Seats', 'Used', 'End date', ''])}</tr></thead></table></div>
      <div class="body"><table><tbody><tr>${cells('td', ['Mail', '50', '42', '2027-05-01'])}</tr><tr>${cells('td', ['Chat', '10', '3', '2027-06-01'])}</tr></tbody></table></div></div>`)
    expect(mail).toMatchObject({ product: 'Mail', seatsPurchased: 50, seatsAssigned: 42, endsOn: '2027-05-01' })
  })

  const row = (texts: string[]) => `<div class="list-row">${cells('div', texts)}</div>`
  test('boxes of names over a box of rows, without any role', async () => {
    const read =
      await fieldsOf(`<h1>Subscriptions</h1><div><div class="head">${row(['Product', 'Quantity', 'Renewal date', 'Status'])}</div>
      <div class="body">${row(['Mail', '25', '2027-07-01', 'Active'])}${row(['Chat', '5', '2027-01-15', 'Expired'])}</div></div>`)
    expect(read).toMatchObject([
      { product: 'Mail', seatsPurchased: 25, renewsOn: '2027-07-01', status: 'active' },
      { product: 'Chat', seatsPurchased: 5, status: 'expired' },
    ])
  })

  test('the column of names may have no name; a row that lacks a cell is left out, as nobody can tell which', async () => {
    const read = await fieldsOf(`<h1>User licenses</h1><div>${row(['<i></i>', 'Used', 'Available', 'Total'])}
      ${row(['Mail', '41', '9', '50'])}${row(['Chat', '120', '80', '200'])}${row(['Voice', '', '2', '5'])}</div>`)
    expect(read).toMatchObject([
      { product: 'Mail', seatsAssigned: 41, seatsAvailable: 9, seatsPurchased: 50 },
      { product: 'Chat', seatsAssigned: 120, seatsAvailable: 80, seatsPurchased: 200 },
    ])
  })
})

describe('cards', () => {
  test('each begins with its own name over a plan', async () => {
    const card = (name: string, plan: string, lines: string[]) =>
      `<div class="card"><div class="top"><span class="name">${name}</span><span class="plan-line">${plan}</span></div><div>${lines.map((text) => `<p class="fact">${text}</p>`).join('')}</div></div>`
    const read = await fieldsOf(
      `<h1>Products</h1><div>${card('Office Suite', 'Standard', ['30 seats', 'Expires on March 3, 2027', 'Automatic renewal enabled'])}
      ${card('Desktop Vault', 'Large', ['12 seats', 'Expires on May 9, 2027', 'Automatic renewal disabled'])}</div>`,
    )
    expect(read).toMatchObject([
      { product: 'Office Suite', seatsPurchased: 30, endsOn: '2027-03-03', autoRenews: true },
      { product: 'Desktop Vault', seatsPurchased: 12, endsOn: '2027-05-09', autoRenews: false },
    ])
  })

  test('two links side by side are no name and value', async () => {
    const card = (name: string, end: string) =>
      `<section class="tile"><h3>${name}</h3><dl><dt>Price</dt><dd>€89.00 / month</dd><dt>End date</dt><dd>${end}</dd></dl><footer><a href="#">Manage contract</a><a href="#">Change plan</a></footer></section>`
    const read = await fieldsOf(
      `<h1>My contracts</h1>${card('Managed Server', 'Aug 31, 2027')}${card('Mail Archive', 'Feb 28, 2027')}`,
    )
    expect(read).toMatchObject([{ product: 'Managed Server' }, { product: 'Mail Archive' }])
    expect(read.some(({ plan }) => plan !== undefined)).toBe(false)
  })

  test('tiles that are named by what their value is describe one thing, with the badges beside its heading', async () => {
    const tile = (name: string, value: string, rest: string) =>
      `<div class="tile"><h4>${name}</h4><div>${value}</div><span>${rest}</span></div>`
    const read = await fieldsOf(
      `<h1>Settings</h1><div><header><h2>Subscription</h2></header><div><span class="name">Business</span><span class="state">Active</span></div>
      <div>${tile('Monthly quota', '200,000 views', 'Upgrade')}${tile('Next bill amount', '€390.00', 'Update billing info')}${tile('Next bill date', 'Mar 3, 2027', '(yearly billing)')}</div></div>`,
    )
    expect(read).toMatchObject([
      { plan: 'Business', status: 'active', totalPrice: { minor: 39000, currency: 'EUR' }, renewsOn: '2027-03-03' },
    ])
    expect(read[0]?.product).not.toBe('Settings')
  })

  test('a service that names itself, its price, its cycle and its end', async () => {
    const pair = (name: string, value: string) => `<div><span>${name}</span><span>${value}</span></div>`
    const read = await fieldsOf(
      `<h1>Mailbox Pro</h1><div><h4>Details</h4><div>${pair('Name', 'Mailbox Pro')}${pair('Price', '€1,188.00')}${pair('Billing cycle', 'Yearly')}${pair('Expires on', 'Apr 14, 2027')}</div></div>`,
    )
    expect(read).toMatchObject([
      { product: 'Mailbox Pro', endsOn: '2027-04-14', billingPeriod: { count: 1, unit: 'year' } },
    ])
  })

  test('the end of a trial ends what is a trial', async () => {
    const plan = (name: string, state: string, text: string) =>
      `<section><h3>${name}</h3><span class="pill">${state}</span><p>$6.00 per seat / month</p><p>5 seats</p><p>${text}</p></section>`
    const read = await fieldsOf(
      `<h1>Subscriptions</h1><div>${plan('Assist', 'Trial', 'Trial ends on December 12, 2026')}${plan('Team', 'Active', 'Renews on April 9, 2027')}</div>`,
    )
    expect(read).toMatchObject([
      { status: 'trialing', endsOn: '2026-12-12' },
      { status: 'active', renewsOn: '2027-04-09' },
    ])
  })
})

describe('cells and rows', () => {
  test('a name, an address and a state in one line', async () => {
    const person = (text: string, day: string) => `<tr><td>${text}</td><td>${day}</td></tr>`
    const read = await fieldsOf(`<h1>Users</h1><table><tr><th>User</th><th>Last active</th></tr>
      ${person('Ada Byrne <span>ada@client.example</span> <span>Suspended</span>', '2026-11-18')}${person('Ben Okoro <span>ben@client.example</span>', '2026-11-02')}</table>`)
    expect(read).toMatchObject([
      { person: 'Ada Byrne', email: 'ada@client.example', status: 'suspended' },
      { person: 'Ben Okoro', email: 'ben@client.example' },
    ])
  })

  test('"Active: yes" is a state', async () => {
    const read = await fieldsOf(
      `<h1>Users</h1><table><tr>${cells('th', ['Name', 'Email', 'Active'])}</tr><tr>${cells('td', ['Ada', 'ada@client.example', 'yes'])}</tr><tr>${cells('td', ['Ben', 'ben@client.example', 'no'])}</tr></table>`,
    )
    expect(read.map(({ status }) => status)).toEqual(['active', 'inactive'])
  })

  test('the client, by whose domain the console is reached, is no product', async () => {
    const list = `<h1>Users</h1><table><tr>${cells('th', ['Name', 'Email', 'Last sign-in'])}</tr><tr>${cells('td', ['Ada', 'ada@birch-dental.com', '2026-11-02'])}</tr><tr>${cells('td', ['Ben', 'ben@birch-dental.com', '2026-11-03'])}</tr></table>`
    const read = await fieldsOf(list, { url: 'https://pw.birch-dental.com/admin/users', title: 'Users - Birch Dental' })
    expect(read.map(({ product }) => product)).toEqual([undefined, undefined])
  })

  test('rows that are domains by the column for their kind, among other services', async () => {
    const read =
      await records(`<h1>Your services</h1><table><tr>${cells('th', ['Service', 'Type', 'Expiry date', 'Automatic renewal'])}</tr>
      <tr>${cells('td', ['birch-dental.com', 'Domain', '2027-05-12', 'Yes'])}</tr><tr>${cells('td', ['Hosting 100', 'Hosting', '2027-02-03', 'No'])}</tr></table>`)
    expect(read.map(({ type, fields }) => [type, fields.name ?? fields.product])).toEqual([
      ['subscription', 'Hosting 100'],
      ['domain', 'birch-dental.com'],
    ])
  })

  test('a certificate is for the host, not for the domain beside it', async () => {
    const read =
      await fieldsOf(`<h1>SSL certificates</h1><table><tr>${cells('th', ['Expiry date', 'Host', 'Domain', 'SSL provider'])}</tr>
      <tr>${cells('td', ['2027-03-19', 'www.birch-dental.com', 'birch-dental.com', 'Trusty CA'])}</tr><tr>${cells('td', ['2027-04-19', 'mail.birch-dental.com', 'birch-dental.com', 'Trusty CA'])}</tr></table>`)
    expect(read).toMatchObject([
      { subject: 'www.birch-dental.com', issuer: 'Trusty CA' },
      { subject: 'mail.birch-dental.com' },
    ])
  })

  test('plugins that are installed or not', async () => {
    const plugin = (name: string, state: string) =>
      `<tr><th><h2>${name}</h2></th><td data-title="Status">${state}</td><td data-title="Actions"><button>More</button></td></tr>`
    const read = await records(
      `<h1>Plugins</h1><table>${plugin('Formatter', 'Installed')}${plugin('Importer', 'Disabled')}</table>`,
    )
    expect(read.map(({ type, fields }) => [type, fields.name])).toEqual([
      ['product', 'Formatter'],
      ['product', 'Importer'],
    ])
  })

  test('the mark of a check box is how the box is drawn', async () => {
    const read = await fieldsOf(
      `<h1>Sign-in</h1><div><div class="box"><div class="outer"><input type="checkbox" checked id="m"><div><svg class="box-checkmark"></svg></div></div><label for="m">Require two-factor authentication</label></div></div>`,
    )
    expect(read).toMatchObject([{ area: 'mfa', title: 'Require two-factor authentication' }])
  })

  test('what stands before the state on its badge is none', async () => {
    const bill = (number: string) =>
      `<tr>${cells('td', [number, 'Nov 5, 2026', '€95.59'])}<td><div><p>Info</p><p>Paid</p></div></td></tr>`
    const read = await fieldsOf(
      `<h1>Billing history</h1><table><tr>${cells('th', ['Bill number', 'Date', 'Amount', 'Status'])}</tr>${bill('A-1')}${bill('A-2')}</table>`,
    )
    expect(read).toMatchObject([
      { number: 'A-1', status: 'paid' },
      { number: 'A-2', status: 'paid' },
    ])
  })
})
