import { describe, expect, test } from 'vitest'
import type { Block } from '../../../extension/connector-kit/material.ts'
import { pageReader } from '../../support/read-pages.ts'

const reader = pageReader()

const style = '<style>.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden }</style>'
async function blocks(body: string): Promise<Block[]> {
  const html = `<!doctype html><html lang="en"><head><title>Test</title>${style}</head><body>${body}</body></html>`
  const { snapshot } = await reader.read('https://console.example.com/admin', html)
  return snapshot.blocks
}
const tables = (read: Block[]) => read.flatMap((block) => (block.kind === 'table' ? [block] : []))
const rowsOf = (read: Block[]) => tables(read).map(({ rows }) => rows.map((row) => row.map(({ text }) => text)))
const lines = (read: Block[]) => read.flatMap((block) => (block.kind === 'card' ? block.lines : []))

describe('grids as frameworks draw them', () => {
  test('cells that say over how many columns and rows they reach', async () => {
    const read = await blocks(`<div role="grid">
      <div role="row"><div role="columnheader" aria-rowspan="2">Product</div><div role="columnheader" aria-colspan="2">Seats</div></div>
      <div role="row"><div role="columnheader">Bought</div><div role="columnheader">Used</div></div>
      <div role="row"><div role="gridcell" aria-rowspan="2">Mail</div><div role="gridcell">10</div><div role="gridcell">7</div></div>
      <div role="row"><div role="gridcell">5</div><div role="gridcell">4</div></div></div>`)
    expect(tables(read)[0]?.header).toEqual(['Product', 'Seats Bought', 'Seats Used'])
    expect(rowsOf(read)).toEqual([
      [
        ['Mail', '10', '7'],
        ['Mail', '5', '4'],
      ],
    ])
  })

  test('a row that names the group below it is no row', async () => {
    const read = await blocks(`<table><tr><th>Product</th><th>Seats</th><th>Used</th></tr>
      <tr><th colspan="3">Communication</th></tr><tr><td>Mail</td><td>10</td><td>7</td></tr></table>`)
    expect(rowsOf(read)).toEqual([[['Mail', '10', '7']]])
  })

  test('words in a header that only screen readers get say how to sort', async () => {
    const head = (name: string) =>
      `<th scope="col"><a role="button"><span>${name}</span><span class="sr-only">Sort ascending</span></a></th>`
    const read =
      await blocks(`<table><thead><tr><th><input type="checkbox"></th>${head('Product')}${head('Seats')}</tr></thead>
      <tbody><tr><td><input type="checkbox"></td><th scope="row">Mail</th><td>10</td></tr></tbody></table>`)
    expect(tables(read)[0]?.header.slice(1)).toEqual(['Product', 'Seats'])
    expect(rowsOf(read)[0]?.[0]?.slice(1)).toEqual(['Mail', '10'])
  })

  test('a header that only screen readers get is one', async () => {
    const read =
      await blocks(`<table><thead><tr><th><span class="sr-only">Product</span></th><th>Seats</th></tr></thead>
      <tbody><tr><td>Mail</td><td>10</td></tr></tbody></table>`)
    expect(tables(read)[0]?.header).toEqual(['Product', 'Seats'])
  })

  test('a table within a cell is a list of its own', async () => {
    const read = await blocks(`<table><thead><tr><th>Product</th><th>Lots</th></tr></thead><tbody><tr><td>Mail</td>
      <td><table><thead><tr><th>Lot</th><th>Seats</th></tr></thead><tbody><tr><td>A</td><td>30</td></tr><tr><td>B</td><td>5</td></tr></tbody></table></td>
      </tr></tbody></table>`)
    expect(rowsOf(read)).toEqual([
      [['Mail', '']],
      [
        ['A', '30'],
        ['B', '5'],
      ],
    ])
  })
})

describe('what is shown and what is not', () => {
  test('panes of tabs and details that are closed are not read', async () => {
    const read =
      await blocks(`<div role="tablist"><button role="tab" aria-selected="true">Plan</button><button role="tab">History</button></div>
      <div role="tabpanel"><p>Seats: 40</p></div><div role="tabpanel" hidden><p>Seats: 30</p></div>
      <div role="tabpanel" style="display: none"><p>Seats: 20</p></div>
      <details><summary>Former</summary><p>Seats: 10</p></details><details open><summary>Add-ons</summary><p>Agents: 7</p></details>`)
    expect(lines(read).map(({ label, text }) => [label, text])).toEqual([
      ['Seats', '40'],
      ['Agents', '7'],
    ])
  })

  test('a bar says its value beside the words', async () => {
    const read = await blocks(`<section><h2>Seats</h2><p>42 of 50</p><progress value="42" max="50"></progress></section>
      <section><h2>Users</h2><p>Users: 7</p><meter value="7" max="10"></meter></section>`)
    const all = JSON.stringify(read)
    expect(all).toContain('42 of 50')
    expect(lines(read).find(({ label }) => label === 'Users')?.text).toBe('7')
  })

  test('what stands there twice, for eyes and for screen readers, is one value', async () => {
    const read = await blocks(`<table><thead><tr><th>Product</th><th>Price</th></tr></thead><tbody>
      <tr><td>Mail</td><td><span aria-hidden="true">$12<sup>.50</sup></span><span class="sr-only">$12.50</span></td></tr></tbody></table>`)
    expect(rowsOf(read)).toEqual([[['Mail', '$12.50']]])
  })
})
