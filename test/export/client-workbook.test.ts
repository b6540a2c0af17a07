import { describe, expect, test } from 'vitest'
import { clientLists } from '../../extension/entrypoints/app/client-lists.ts'
import { clientWorkbook } from '../../extension/export/client/client-workbook.ts'
import { atOnce, type Progress } from '../../extension/export/running.ts'
import { openFile } from '../../extension/import/source.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import { freshDatabase } from '../support/device.ts'
import { canaries, names, twoClients } from '../support/two-clients.ts'

const today = '2027-02-06'

async function workbook(mode?: PeopleMode, running = atOnce()) {
  const db = freshDatabase()
  const { id, other } = await twoClients(db, mode)
  const { file, ...counts } = await clientWorkbook(db, id, today, clientLists, running)
  const opened = await openFile('client.xlsx', new Uint8Array(await file.arrayBuffer()))
  if (!opened.ok) throw new Error(opened.problem.code)
  const sheets = new Map(opened.value.sheets.map(({ name, grid }) => [name, grid]))
  return { sheets, counts, other, text: JSON.stringify([...sheets]) }
}

describe('a client as a workbook', () => {
  test('has a sheet a list and a kind, says first what is in it, and holds nothing of another client (T19)', async () => {
    const { sheets, counts, other, text } = await workbook()
    expect([...sheets.keys()]).toEqual([
      ...['About', 'Inventory', 'Renewals', 'Findings', 'People', 'Seats by product'],
      ...['Subscriptions', 'Seats', 'Persons'],
    ])
    expect(sheets.get('About')?.slice(0, 3)).toEqual([
      ['Client', 'Contoso Manufacturing'],
      ['As of', today],
      ['Inventory', 10],
    ])
    const rows = [...sheets].slice(1).reduce((sum, [, grid]) => sum + grid.length - 1, 0)
    expect(counts).toEqual({ sheets: sheets.size, rows })
    expect(text).toMatch(names)
    expect(text).not.toMatch(canaries)
    expect(text).not.toContain(other)
  })

  test('tells a record field by field: a correction stands, an amount has its currency, a day is a day', async () => {
    const { sheets } = await workbook()
    const [heads = [], ...rows] = sheets.get('Subscriptions') ?? []
    const row = rows.find((cells) => cells.includes('Microsoft 365 Business Premium')) ?? []
    const of = (head: string) => row[heads.indexOf(head)]
    expect([of('Vendor'), of('Seats purchased'), of('Total price'), of('Total price currency'), of('Renews')]).toEqual([
      'Microsoft',
      130,
      2472,
      'EUR',
      '2027-03-12',
    ])
    expect([of('Billed'), of('Owner')]).toEqual(['monthly', 'Teo Brandt'])
  })

  test.each(['pseudonymous', 'counts-only'] as const)('names nobody where people are shown %s', async (mode) => {
    const { sheets, text } = await workbook(mode)
    expect(text).not.toMatch(names)
    expect(text).not.toMatch(/@contoso/)
    expect(sheets.has('People')).toBe(mode === 'pseudonymous')
    const [heads = [], ...rows] = sheets.get('Seats') ?? []
    expect([rows.length, heads.includes('Email'), heads.includes('Person')]).toEqual([
      14,
      false,
      mode === 'pseudonymous',
    ])
  })

  test('tells how many rows are written, and stops where it is given up', async () => {
    const told: Progress[] = []
    const stop = new AbortController()
    const onProgress = (progress: Progress) => {
      told.push(progress)
      stop.abort()
    }
    await expect(workbook('full', { signal: stop.signal, onProgress })).rejects.toThrow(/abort/i)
    expect(told).toEqual([{ is: 'working-out', done: 0, all: 0 }])
  })
})
