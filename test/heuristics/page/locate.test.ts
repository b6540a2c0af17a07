import { describe, expect, test } from 'vitest'
import type { CellPlace, ListPlace } from '../../../extension/connector-kit/define.ts'
import { isPlainSelector } from '../../../extension/connector-kit/selector.ts'
import { pageReader } from '../../support/read-pages.ts'

const reader = pageReader()

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

const shadow = (inner: string) => `<template shadowrootmode="open">${inner}</template>`
const framed = (inner: string) =>
  `<iframe title="plans" srcdoc="${`<!doctype html><body>${inner}</body>`.replaceAll('"', '&quot;')}"></iframe>`

describe('in shadow roots and frames', () => {
  /** Points at a value, and reads the list that it stands in by the first place found for it. */
  const again = async (selector: string, kind: (list: ListPlace) => boolean = () => true) => {
    const pointed = await reader.locate(selector)
    const standing = pointed?.standings.find(({ list }) => kind(list))
    const [place] = standing?.places ?? []
    if (!standing || !place) return undefined
    for (const each of [standing.list, ...standing.places])
      if (typeof each === 'object' && 'selector' in each)
        expect(isPlainSelector(each.selector), each.selector).toBe(true)
    const kept = standing.list === 'table' ? [place] : standing.places
    const by = await Promise.all(kept.map(async (each) => (await texts(standing.list, each)).rows.flat()))
    // Whichever of the places is kept, it finds the same.
    for (const rows of by) expect(rows).toEqual(by[0])
    return { list: standing.list, place, rows: by[0] }
  }

  test('entries of a list within a shadow root', async () => {
    await show(`<p>Tools</p><tool-list>${shadow(list)}</tool-list>`)
    expect(await again('tool-list >>> article:nth-child(2) b')).toEqual({
      list: { selector: 'tool-list >>> article.tile' },
      place: { label: ['Bought'] },
      rows: ['25', '40', '5'],
    })
    expect(await again('tool-list >>> article:nth-child(2) h3')).toMatchObject({
      rows: ['Planner', 'Vault', 'Optimizer'],
    })
  })

  test('entries that are components themselves, with and without slots', async () => {
    const closedIn = ['Planner:25', 'Vault:40'].map((card) => card.split(':'))
    const inner = (name?: string, seats?: string) => `<h3>${name}</h3><em>${seats}</em><i>seats</i>`
    await show(
      `<main>${closedIn.map(([name, seats]) => `<tool-card>${shadow(inner(name, seats))}</tool-card>`).join('')}</main>`,
    )
    const found = await again('tool-card:nth-child(2) >>> em')
    expect(found).toMatchObject({ list: { selector: 'tool-card' }, rows: ['25', '40'] })
    expect(found?.place).toEqual({ selector: ':scope >>> :scope > em:nth-child(2)' })

    const slotted = ([name, seats]: string[]) =>
      `<tool-card>${shadow('<h3><slot name="of"></slot></h3><dl><dt>Bought</dt><dd><slot></slot></dd></dl>')}<b slot="of">${name}</b><b>${seats}</b></tool-card>`
    await show(`<main>${closedIn.map(slotted).join('')}</main>`)
    expect(await reader.locate('tool-card:nth-child(2) > b:last-child')).toMatchObject({ label: 'Bought' })
    expect(await again('tool-card:nth-child(2) > b:last-child')).toMatchObject({
      place: { label: ['Bought'] },
      rows: ['25', '40'],
    })
  })

  test('a table within a component within a frame, by its headings', async () => {
    await show(`<h1>Tools</h1>${framed(`<tool-table>${shadow(table)}</tool-table>`)}`)
    expect(await again('iframe >>> tool-table >>> #one')).toMatchObject({
      list: 'table',
      rows: ['25', '40'],
    })
    expect((await texts('table', { heading: ['Tool'] }, { heading: ['Bought'] })).rows).toEqual([
      ['Planner', '25'],
      ['Vault', '40'],
    ])
  })

  test('entries within a frame, and the page as a whole by a label in it', async () => {
    await show(`<h1>Tools</h1>${framed(list)}<p>Owner</p>`)
    expect(await again('iframe >>> article:nth-child(3) b')).toMatchObject({
      list: { selector: 'iframe >>> article.tile' },
      rows: ['25', '40', '5'],
    })
    await show(`<h1>Tools</h1>${framed('<p><span>Renewal date</span> <b>12 Mar 2027</b></p>')}`)
    expect(await again('iframe >>> b', (where) => where === 'page')).toEqual({
      list: 'page',
      place: { label: ['Renewal date'] },
      rows: ['12 Mar 2027'],
    })
  })

  test('of two frames the one that was pointed into, and of a hidden one nothing', async () => {
    const other = framed('<article class="tile"><h3>Radio</h3><p>3</p></article>'.repeat(2))
    await show(`<div>${other}</div><div id="plans">${framed(list)}</div>`)
    expect(await again('#plans > iframe >>> h3')).toMatchObject({ rows: ['Planner', 'Vault', 'Optimizer'] })
    await show(`<div hidden>${framed(table)}</div>`)
    expect(await texts('table', { heading: ['Bought'] })).toEqual({ rows: [], gone: [] })
  })

  test('what leads into nothing, or is no selector, finds nothing', async () => {
    await show(list)
    for (const selector of ['article >>> b', 'no-such >>> b', 'article >>> >>> b', 'a > > b', '>>>'])
      expect(await texts({ selector }, { selector: 'b' }), selector).toEqual({ rows: [], gone: [] })
  })
})

test('one selector of a file that this browser does not know spoils nothing of the rest', async () => {
  await show(list)
  const { selections } = (await reader.select('h1', 'a > > b', 'main >>> h1')).snapshot
  expect([selections.h1?.[0]?.text, selections['a > > b'], selections['main >>> h1']]).toEqual(['Tools', [], []])
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
