import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CellPlace, ListPlace } from '../../../extension/connector-kit/define.ts'
import { isPlainSelector } from '../../../extension/connector-kit/selector.ts'
import { startBrowser } from '../../support/browser.ts'
import { openPageReader, type PageReader } from '../../support/page-reader.ts'

let browser: Browser
let reader: PageReader
beforeAll(async () => {
  browser = await startBrowser()
  reader = await openPageReader(browser)
}, 60_000)
afterAll(() => browser?.close())

const show = (body: string) =>
  reader.read('https://console.example.com/plans', `<!doctype html><html lang="en"><body>${body}</body></html>`)
const texts = async (list: ListPlace, ...cells: CellPlace[]) => {
  const { rows, gone } = await reader.lookUp({ name: 'x', list, cells })
  return { rows: rows.map((row) => row.map((shown) => shown?.text ?? null)), gone }
}

const table = `<table><thead><tr><th>Tool</th><th>Bought</th></tr></thead><tbody>
  <tr><td>Planner</td><td id="one">25</td></tr><tr><td>Vault</td><td>40</td></tr></tbody></table>`
const cards = ['Planner:25', 'Vault:40', 'Optimizer:5']
  .map((card) => card.split(':'))
  .map(
    ([name, seats]) => `<article class="tile"><h3>${name}</h3>
      <p><span>Bought</span> <b class="x9f3a">${seats}</b></p><p><span>Until</span> <b class="x9f3a">2027-${seats}</b></p></article>`,
  )
const list = `<main><h1>Tools</h1><div class="tiles">${cards.join('')}</div></main>`

describe('pointing at a value', () => {
  test('in a table finds its column by the heading, and every row', async () => {
    await show(table)
    const pointed = await reader.locate('#one')
    expect(pointed).toMatchObject({ text: '25', label: 'Bought' })
    expect(pointed?.standings[0]).toMatchObject({
      list: 'table',
      rows: 2,
      row: 0,
      places: [{ heading: ['Bought'] }, { selector: ':scope > td:nth-child(2)' }],
    })
    expect(await texts('table', { heading: ['Bought'] }, { heading: ['Tool'] })).toEqual({
      rows: [
        ['25', 'Planner'],
        ['40', 'Vault'],
      ],
      gone: [],
    })
  })

  test('in cards finds the cards, not the pairs in them, and the value by its label rather than by a made-up class', async () => {
    await show(list)
    const pointed = await reader.locate('article:nth-child(2) b')
    expect(pointed).toMatchObject({ text: '40', label: 'Bought' })
    const [first] = pointed?.standings ?? []
    expect(first).toMatchObject({ list: { selector: 'article.tile' }, rows: 3, row: 1 })
    expect(first?.places[0]).toEqual({ label: ['Bought'] })
    expect((await texts(first?.list ?? 'page', { label: ['Bought'] }, { selector: 'h3' })).rows).toEqual([
      ['25', 'Planner'],
      ['40', 'Vault'],
      ['5', 'Optimizer'],
    ])
  })

  test('prefers what programmers named it', async () => {
    await show(list.replaceAll('class="x9f3a"', 'data-field="seats"'))
    const pointed = await reader.locate('article b')
    expect(pointed?.standings[0]?.places[0]).toEqual({ selector: '[data-field="seats"]' })
  })

  test('gives only places that data may bring', async () => {
    for (const body of [table, list, `<div><div id="a:b"><p class="A__x1">7 seats</p><p>8</p></div></div>`]) {
      await show(body)
      const pointed = await reader.locate('td, b, p')
      for (const { list: where, places } of pointed?.standings ?? [])
        for (const place of [...places, where])
          if (typeof place === 'object' && 'selector' in place)
            expect(isPlainSelector(place.selector), place.selector).toBe(true)
      expect(pointed?.standings.length).toBeGreaterThan(0)
    }
  })

  test('finds nothing where nothing is shown', async () => {
    await show('<p id="x" hidden>25</p><div id="y"></div>')
    expect(await reader.locate('#y')).toBeUndefined()
  })

  test('writes nothing to the page', async () => {
    await show(list)
    const before = await reader.html()
    await reader.locate('article b')
    expect(await reader.html()).toBe(before)
  })
})

describe('looking up', () => {
  test('what is not there any more is named, where the rest is there', async () => {
    await show(table)
    expect(await texts('table', { heading: ['Tool'] }, { heading: ['Assigned'] })).toEqual({
      rows: [
        ['Planner', null],
        ['Vault', null],
      ],
      gone: ['Assigned'],
    })
    expect(await texts('table', { heading: ['Person'] }, { heading: ['Assigned'] })).toEqual({ rows: [], gone: [] })
  })

  test('any of the words of a heading will do, whatever its case', async () => {
    await show(table)
    expect((await texts('table', { heading: ['Gekauft', 'BOUGHT'] })).rows).toEqual([['25'], ['40']])
  })

  test.each([
    ['<dl><dt>Renewal date</dt><dd>12 Mar 2027</dd></dl>', '12 Mar 2027'],
    ['<p>Renewal date: 12 Mar 2027</p>', '12 Mar 2027'],
    ['<div><div><span>Renewal date</span></div><div>12 Mar 2027</div></div>', '12 Mar 2027'],
    ['<table><tr><th>Renewal date</th><td>12 Mar 2027</td></tr></table>', '12 Mar 2027'],
    ['<p hidden>Renewal date: never</p><p>Renewal date:</p><p>12 Mar 2027</p>', '12 Mar 2027'],
  ])('the value beside a label: %s', async (body, value) => {
    await show(body)
    expect((await texts('page', { label: ['Renewal date'] })).rows).toEqual([[value]])
  })

  test('a selector that the browser does not know finds nothing', async () => {
    await show(table)
    expect(await texts({ selector: '!!' }, { selector: 'td' })).toEqual({ rows: [], gone: [] })
  })
})
