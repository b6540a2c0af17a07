import { expect, test } from 'vitest'
import type { Shown } from '../../../extension/connector-kit/material.ts'
import { pageReader } from '../../support/read-pages.ts'

const reader = pageReader()

const style = '<style>.gone { display: none } .unseen { visibility: hidden }</style>'
const head = '<tr><th>Product</th><th>Plan</th><th>Seats</th><th>Renewal</th></tr>'
async function rowsOf(tables: string[]): Promise<Shown[][][]> {
  const body = tables.map((rows, at) => `<h2>List ${at}</h2><table>${head}${rows}</table>`).join('')
  const html = `<!doctype html><html lang="en"><head>${style}</head><body>${body}</body></html>`
  const { snapshot } = await reader.read('https://console.example.com/admin', html)
  return snapshot.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))
}

const row = (cells: string, kind: string, attributes = '') => `<tr class="${kind}" ${attributes}>${cells}</tr>`
const plain = (at: number) =>
  `<td><a href="/p/${at}">Mail ${at}</a></td><td><span class="pill on">Basic</span></td><td class="num">${at}</td><td><time datetime="2027-01-0${at}">Jan ${at}</time></td>`

/** Rows that are nearly built as those before them, each with what is different about it. */
const odd: Record<string, [cells: string, attributes?: string]> = {
  'a hidden row': [plain(1), 'style="display: none"'],
  'a row that is hidden by its class': [plain(1).replaceAll('pill', 'chip'), 'hidden'],
  'a hidden cell': [plain(2).replace('<td class="num">', '<td class="num" style="display: none">')],
  'a cell of a class that is not seen': [plain(2).replace('<td class="num">', '<td class="num gone">')],
  'a cell that keeps its place and is not seen': [plain(2).replace('<td class="num">', '<td class="unseen">')],
  'a hidden text in a cell': [plain(3).replace('<span class="pill on">', '<span class="pill on" hidden>')],
  'a text of a class that is not seen': [plain(3).replace('pill on', 'pill gone')],
  'a cell over two columns': [
    plain(4).replace('<td class="num">4</td>', '').replace('<td><span', '<td colspan="2"><span'),
  ],
  'a cell too few': [plain(5).replace('<td class="num">5</td>', '')],
  'a cell too many': [`${plain(5)}<td>more</td>`],
  'a cell with a title': [plain(6).replace('<td class="num">', '<td class="num" title="seats of all teams">')],
  'a button in place of a text': [plain(7).replace('class="pill on"', 'class="pill on" role="button"')],
  'an icon in place of a text': [plain(7).replace('<span class="pill on">Basic</span>', '<i class="check"></i>')],
  'a field in place of a text': [plain(7).replace('<span class="pill on">Basic</span>', '<input value="12">')],
  'two texts': [plain(8).replace('Basic</span>', 'Basic</span> and more')],
  'parts that touch': [plain(8).replace('Basic', '<b>Ba</b><b>sic</b>')],
  'an empty cell': [plain(8).replace('>8<', '><')],
  'spaces and breaks': [plain(9).replace('Basic', '\n  Basic\n   plus ')],
  'a zero-width space': [plain(9).replace('>9<', '>9\u200b.5<')],
  'a name of its own': [plain(9).replace(/<td><a(.*?)<\/td>/, '<th scope="row"><a$1</th>')],
  'a cell for the next row too': [plain(9).replace('<td class="num">', '<td class="num" rowspan="2">')],
}

test('a row in a long list is read as it would be alone', async () => {
  const cases = Object.entries(odd)
  const after = row('<td>Last</td><td>Free</td><td>1</td><td>never</td>', 'row')
  const long = Array.from({ length: 12 }, (_, at) => row(plain(at % 9), 'row')).join('')
  const inList = await rowsOf(cases.map(([, [cells, attributes]]) => long + row(cells, 'row', attributes) + after))
  const alone: Shown[][][] = []
  // Each in a page of its own, so that nothing is known of how such rows look.
  for (const [, [cells, attributes]] of cases)
    alone.push(...(await rowsOf([row(plain(1), 'row') + row(cells, 'row', attributes) + after])))
  const named = (tables: Shown[][][], from: number) => cases.map(([name], at) => [name, tables[at]?.slice(from)])
  expect(named(inList, 12)).toEqual(named(alone, 1))
}, 60_000)
