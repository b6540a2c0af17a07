import { describe, expect, test } from 'vitest'
import { tableFromGrid } from '../../extension/heuristics/csv.ts'
import { recordsFromTables } from '../../extension/heuristics/records.ts'

function fieldsOf(grid: string[][], spoken = 'en') {
  const table = tableFromGrid(grid, 0, 'list.csv')
  const context = { url: 'file:///', title: '', lang: '', headings: [], at: '2026-11-20T12:00:00Z', spoken }
  return table ? recordsFromTables([table], context).map(({ fields }) => fields) : []
}

describe('what the names of columns say of what stands below', () => {
  test('the currency of amounts; the first and the last day of a term, both named by the word for the term', () => {
    const grid = [
      ['Produto', 'Quantidade contratada', 'Valor unitário (R$)', 'Vigência início', 'Vigência fim'],
      ['Gestão', '30', '189,90', '01/02/2026', '31/01/2027'],
      ['Folha', '12', '74,50', '15/08/2025', '14/08/2026'],
    ]
    expect(fieldsOf(grid, 'pt')).toMatchObject([
      { unitPrice: { minor: 18990, currency: 'BRL' }, startsOn: '2026-02-01', endsOn: '2027-01-31' },
      { startsOn: '2025-08-15', endsOn: '2026-08-14' },
    ])
  })

  test('a license for users is what was bought', () => {
    const grid = [
      ['User license', 'Status', 'Total licenses', 'Used licenses'],
      ['Platform', 'Active', '40', '12'],
      ['Platform Plus', 'Active', '85', '79'],
    ]
    expect(fieldsOf(grid)).toMatchObject([{ product: 'Platform', seatsPurchased: 40, seatsAssigned: 12 }, {}])
  })

  test('commas before an "and" belong to the name; others set names apart', () => {
    const grid = [
      ['Name', 'Email', 'Product', 'Status', 'Last used'],
      ['Ada', 'ada@client.example', 'Planning, Building & Surveying Collection', 'Active', '2026-10-02'],
      ['Ben', 'ben@client.example', 'Draw, Render', 'Active', '2026-10-03'],
    ]
    expect(fieldsOf(grid).map(({ product }) => product)).toEqual([
      'Planning, Building & Surveying Collection',
      'Draw',
      'Render',
    ])
  })
})
