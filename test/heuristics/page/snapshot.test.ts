import { describe, expect, test } from 'vitest'
import type { Block, PageSnapshot } from '../../../extension/connector-kit/material.ts'
import { pageReader } from '../../support/read-pages.ts'

const url = 'https://console.example.com/admin/page'
const reader = pageReader()

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Test</title></head><body>${body}</body></html>`
async function snapshot(body: string, files?: Record<string, string>): Promise<PageSnapshot> {
  const { snapshot } = await reader.read(url, page(body), files)
  return snapshot
}
const tables = ({ blocks }: PageSnapshot) => blocks.filter((block) => block.kind === 'table')
const cards = ({ blocks }: PageSnapshot) => blocks.filter((block) => block.kind === 'card')
const texts = (block: Block | undefined): string[][] =>
  block?.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : []
const facts = (block: Block | undefined): [string | undefined, string][] =>
  block?.kind === 'card' ? block.lines.map(({ label, text }) => [label, text]) : []
const everything = (read: PageSnapshot) => JSON.stringify(read)

describe('tables', () => {
  test('a header of two rows names each column from the outer to the inner name', async () => {
    const read = await snapshot(`<h1>Licenses</h1><table>
      <thead><tr><th rowspan="2">Product</th><th colspan="2">Seats</th></tr><tr><th>Bought</th><th>Used</th></tr></thead>
      <tbody><tr><td>Mail</td><td>10</td><td>7</td></tr></tbody><tbody><tr><td>Chat</td><td>5</td><td>5</td></tr></tbody>
      <tfoot><tr><td>Sum</td><td>15</td><td>12</td></tr></tfoot></table>`)
    const [table] = tables(read)
    expect(table).toMatchObject({ near: ['Licenses'], header: ['Product', 'Seats Bought', 'Seats Used'] })
    expect(texts(table)).toEqual([
      ['Mail', '10', '7'],
      ['Chat', '5', '5'],
    ])
  })

  test('a cell that spans rows holds for each of them, one that spans columns stands in the first', async () => {
    const read = await snapshot(`<table><tr><th>Vendor</th><th>Product</th><th>Seats</th></tr>
      <tr><td rowspan="2">Acme</td><td>Mail</td><td>10</td></tr><tr><td>Chat</td><td>5</td></tr>
      <tr><td>Other</td><td colspan="2">nothing yet</td></tr></table>`)
    expect(texts(tables(read)[0])).toEqual([
      ['Acme', 'Mail', '10'],
      ['Acme', 'Chat', '5'],
      ['Other', 'nothing yet', ''],
    ])
  })

  test('rows that name a value each are facts of one thing', async () => {
    const read = await snapshot(
      `<h2>Contract</h2><table><tr><th>Plan</th><td>Gold</td></tr><tr><th>Seats</th><td>40</td></tr></table>`,
    )
    expect(cards(read)[0]).toMatchObject({ title: 'Contract' })
    expect(facts(cards(read)[0])).toEqual([
      ['Plan', 'Gold'],
      ['Seats', '40'],
    ])
  })

  test('what a nested table says is said once', async () => {
    const read = await snapshot(`<table><tr><th>Product</th><th>Detail</th></tr>
      <tr><td>Mail</td><td>two lots<table><tr><th>Lot</th><th>Seats</th></tr><tr><td>A-1</td><td>30</td></tr></table></td></tr></table>`)
    expect(tables(read).map(texts)).toEqual([[['Mail', 'two lots']], [['A-1', '30']]])
  })

  test('a table that only arranges the page is read as if it were not there', async () => {
    const read = await snapshot(`<table><tr><td><h2>Plan</h2><dl><dt>Seats</dt><dd>12</dd></dl></td></tr></table>`)
    expect(tables(read)).toEqual([])
    expect(facts(cards(read)[0])).toEqual([['Seats', '12']])
  })

  test('a grid of divs is a table, also where a fixed column stands apart', async () => {
    const read = await snapshot(`<div role="grid" aria-label="Products">
      <div role="row" aria-rowindex="1"><div role="columnheader" aria-colindex="1">Name</div></div>
      <div role="row" aria-rowindex="2"><div role="gridcell" aria-colindex="1">Mail</div></div>
      <div><div role="row" aria-rowindex="1"><div role="columnheader" aria-colindex="2">Seats</div></div>
      <div role="row" aria-rowindex="2"><div role="gridcell" aria-colindex="2">10</div></div></div></div>`)
    const [table] = tables(read)
    expect(table).toMatchObject({ near: ['Products'], header: ['Name', 'Seats'] })
    expect(texts(table)).toEqual([['Mail', '10']])
  })

  test('boxes under a row of names are a table', async () => {
    const cell = (text: string) => `<span class="c">${text}</span>`
    const row = (...values: string[]) => `<div class="r">${values.map(cell).join('')}</div>`
    const read = await snapshot(
      `<div class="head">${['Product', 'Seats', 'Renews'].map(cell).join('')}</div>${row('Mail', '10', 'May 1, 2027')}${row('Chat', '5', 'Jun 2, 2027')}`,
    )
    expect(tables(read)[0]).toMatchObject({ header: ['Product', 'Seats', 'Renews'] })
    expect(texts(tables(read)[0])[1]).toEqual(['Chat', '5', 'Jun 2, 2027'])
  })

  test('2,000 rows are read whole', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `<tr><td>Product ${at}</td>${'<td>7</td>'.repeat(12)}</tr>`)
    const head = `<tr><th>Product</th>${Array.from({ length: 12 }, (_, at) => `<th>C${at}</th>`).join('')}</tr>`
    const read = await snapshot(`<table>${head}${rows.join('')}</table>`)
    expect(read.cut).toBeUndefined()
    expect(texts(tables(read)[0])).toHaveLength(2000)
    expect(texts(tables(read)[0])[1999]?.[0]).toBe('Product 1999')
  })
})

describe('lists that are longer than what is shown', () => {
  const rows = (from: number, to: number, attribute: (at: number) => string = () => '') =>
    Array.from({ length: to - from + 1 }, (_, n) => `<tr ${attribute(from + n)}><td>User ${from + n}</td></tr>`).join(
      '',
    )
  const table = (body: string, attributes = '') =>
    `<table ${attributes}><thead><tr><th>Name</th></tr></thead><tbody>${body}</tbody></table>`

  test('a virtual list tells the place of each row and how many there are, its header not counted', async () => {
    const read = await snapshot(
      `<div role="treegrid" aria-rowcount="144"><div role="row" aria-rowindex="1"><div role="columnheader">Name</div></div>
      <div role="row" aria-rowindex="58"><div role="gridcell">Ada</div></div></div>`,
    )
    expect(tables(read)).toMatchObject([{ total: 143, ids: ['#58'], rows: [[{ text: 'Ada' }]] }])
  })

  test('rows are told apart by what programmers call them', async () => {
    const read = await snapshot(
      table(
        rows(1, 2, (at) => `data-row-key="u${at}"`),
        'aria-rowcount="-1"',
      ),
    )
    expect(tables(read)).toMatchObject([{ ids: ['=u1', '=u2'] }])
    expect(tables(read)[0]).not.toHaveProperty('total')
  })

  test.each([
    ['<nav>Showing 51–75 of 143 users</nav>', 143],
    ['<p class="info">Zeige 51 bis 75 von 1.143 Einträgen</p>', 1143],
    ['<div>全143件から、51から75件目まで表示しています</div>', 143],
    ['<ul class="pagination"><li>51-75 / 143</li><li>2</li></ul>', 143],
    ['<p>Affichage de 51 à 75 sur 143 lignes</p>', 143],
  ])('%s', async (pager, total) => {
    const read = await snapshot(`${table(rows(51, 75))}${pager}`)
    expect(tables(read)).toMatchObject([{ total }])
    const [{ ids } = {}] = tables(read)
    expect([ids?.[0], ids?.at(-1)]).toEqual(['#51', '#75'])
  })

  test.each([
    ['<p>143 results</p>', 143],
    ['<p>1.143 Ergebnisse</p>', 1143],
    ['<nav>25 of 143 items</nav>', 143],
    ['<div>共 143 条</div>', 143],
    ['<div>全143件</div>', 143],
    ['<p>143 résultats trouvés</p>', 143],
  ])('the number of all rows without a range: %s', async (line, total) => {
    const read = await snapshot(`${table(rows(51, 75))}${line}`)
    expect(tables(read)).toMatchObject([{ total }])
  })

  test.each([
    ['two lists', `${'<p>143 results</p>'}<table><tr><th>Name</th></tr><tr><td>Ada</td></tr></table>`],
    ['two numbers', '<p>143 results</p><p>90 items</p>'],
    ['fewer than are shown', '<p>12 results</p>'],
    ['another part than is shown', '<p>20 of 143 items</p>'],
    ['a number of people', '<p>143 users</p>'],
  ])('nobody knows the number of all rows: %s', async (_, rest) => {
    const read = await snapshot(`${table(rows(51, 75))}${rest}`)
    for (const one of tables(read)) expect(one).not.toHaveProperty('total')
  })

  test.each([
    '<nav>Page 2 of 6</nav>',
    '<nav>Showing 1–50 of 143</nav>',
    '<p>143 licenses, 12 of 25 in use</p>',
    '<p>Founded 1875–1899, sold 2009</p>',
  ])('what does not fit the rows that are shown says nothing: %s', async (pager) => {
    const read = await snapshot(`${table(rows(51, 75))}${pager}`)
    expect(tables(read)[0]).not.toHaveProperty('total')
  })
})

describe('facts about one thing', () => {
  test('definition lists, labels with controls, names with a colon, and two boxes side by side', async () => {
    const read = await snapshot(`<h1>Subscription</h1>
      <dl><div><dt>Plan</dt><dd>Gold</dd></div><dt>Status</dt><dd>Active</dd></dl>
      <form><p><label for="a">Seats</label><input id="a" value="42"></p>
      <p><label>Renewal</label><select><option>off</option><option selected>Every year</option></select></p>
      <p><input type="checkbox" checked id="b"><label for="b">Require two steps</label></p></form>
      <ul><li><strong>Owner:</strong> Ada</li></ul>
      <div><span>Billing cycle</span><span>Monthly</span></div><p>Next payment: May 1, 2027</p>`)
    expect(cards(read).flatMap(facts)).toEqual([
      ['Plan', 'Gold'],
      ['Status', 'Active'],
      ['Seats', '42'],
      ['Renewal', 'Every year'],
      ['Require two steps', 'on'],
      ['Owner', 'Ada'],
      ['Billing cycle', 'Monthly'],
      ['Next payment', 'May 1, 2027'],
    ])
  })

  test('headings before one short text each are its name; a number above its noun is named by it', async () => {
    const read = await snapshot(`<h2>Hosting</h2><div><h4>Quantity</h4>3<h4>Cycle</h4>Yearly</div>
      <section><div class="n">1,187</div><div class="w">Billable users</div></section>`)
    expect(cards(read).flatMap(facts)).toEqual([
      ['Quantity', '3'],
      ['Cycle', 'Yearly'],
      ['Billable users', '1,187'],
    ])
  })

  test('a time and a title are hints of the text they stand on', async () => {
    const read = await snapshot('<dl><dt>Expires</dt><dd><time datetime="2027-05-01">in six months</time></dd></dl>')
    expect(cards(read)[0]?.lines).toEqual([{ label: 'Expires', text: 'in six months', hints: ['2027-05-01'] }])
  })

  test('cards that are built alike belong to one list; sections that say different things do not', async () => {
    const card = (name: string, price: string) =>
      `<div class="plan"><h3>${name}</h3><span class="price">${price}</span><span class="cycle" title="Renews by itself">Monthly</span><button>Cancel</button></div>`
    const read = await snapshot(
      `<h1>Plans</h1><div>${card('Gold', '€12.00')}${card('Silver', '€7.00')}</div>
      <section class="s"><h2>Billing</h2><dl><dt>Card</dt><dd>1234</dd></dl></section><section class="s"><h2>Owner</h2><dl><dt>Mail</dt><dd>a@example.com</dd></dl></section>`,
    )
    const listed = cards(read).filter(({ list }) => list !== undefined)
    expect(listed.map(({ title, list }) => [title, list])).toEqual([
      ['Gold', 0],
      ['Silver', 0],
    ])
    expect(listed[0]?.lines).toEqual([
      { text: '€12.00', key: 'price' },
      { text: 'Monthly', hints: ['Renews by itself'], key: 'cycle' },
    ])
    expect(everything(read)).not.toContain('Cancel')
  })
})

test('what only the class of a card says of its state is said; what was clicked last is no state', async () => {
  const card = (name: string, state: string) =>
    `<div class="plan ${state}"><h3>${name}</h3><span class="price">€12.00</span><span class="cycle">Monthly</span></div>`
  const read = await snapshot(`<div>${card('Gold', 'active')}${card('Silver', 'is-inactive')}</div>`)
  expect(cards(read).map(({ title, lines }) => [title, lines.map(({ text }) => text).at(-1)])).toEqual([
    ['Gold', 'Monthly'],
    ['Silver', 'inactive'],
  ])
})

describe('what is on the page and what is not', () => {
  test('hidden text, scripts, navigation and page footer are not read', async () => {
    const read =
      await snapshot(`<nav>secret-nav</nav><p hidden>secret-hidden</p><p style="display:none">secret-display</p>
      <p style="visibility:hidden">secret-visibility</p><p aria-hidden="true">secret-aria</p><script>"secret-script"</script><template>secret-template</template>
      <table><tr><th>Product</th><th style="display:none">Secret-column</th></tr><tr><td>Mail</td><td style="display:none">secret-cell</td></tr></table>
      <div style="display:contents"><p>Seats: 12</p></div><input type="password" value="secret-password"><footer>secret-footer</footer>`)
    expect(everything(read)).not.toMatch(/secret/i)
    expect(everything(read)).toContain('Mail')
    expect(everything(read)).toContain('12')
  })

  test('open shadow roots with what is put into their slots, and frames of the same origin', async () => {
    const inner = 'https://console.example.com/frame'
    const read = await snapshot(
      `<x-card><template shadowrootmode="open"><dl><dt>Plan</dt><dd><slot></slot></dd></dl></template>Gold</x-card><iframe src="${inner}"></iframe>`,
      { [inner]: page('<dl><dt>Seats</dt><dd>12</dd></dl>') },
    )
    expect(cards(read).flatMap(facts)).toEqual([
      ['Plan', 'Gold'],
      ['Seats', '12'],
    ])
  })

  test.each([
    ['once', 1, '1'],
    ['without end', 1000, '3'],
  ])('a page that changes %s while it is read is read anew, never half of each', async (_how, times, number) => {
    await snapshot(
      `<h1 class="n">0</h1><dl><dt>Seats</dt><dd class="n">0</dd></dl><table><tr><th>Product</th><th>Seats</th></tr><tr><td>Mail</td><td class="n">0</td></tr></table>`,
    )
    const { snapshot: read } = await reader.readChanging('.n', times)
    expect(read.headings).toEqual([number])
    expect(cards(read).flatMap(facts)).toEqual([['Seats', number]])
    expect(texts(tables(read)[0])).toEqual([['Mail', number]])
  })

  test('the page is as it was', async () => {
    const body = `<table><tr><th>Product</th></tr><tr><td>Mail</td></tr></table><p style="display:none">x</p><input value="1">`
    await snapshot(body)
    expect(await reader.html()).toBe(
      page(body)
        .replace('<!doctype html>', '<!DOCTYPE html>')
        .replace('<table><tr>', '<table><tbody><tr>')
        .replace('</tr></table>', '</tr></tbody></table>'),
    )
  })
})
