import { describe, expect, test } from 'vitest'
import { budgetFact, clientFacts, factText, nameFact } from '../../extension/rates/client-facts.ts'
import { createClient, listClients } from '../../extension/records/clients.ts'
import { editField } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { getSetting } from '../../extension/settings/store.ts'
import { fieldSchema } from '../../shared/model/record-type.ts'
import { freshDatabase } from '../support/device.ts'

const read = (field: string, text: string) => clientFacts.find((fact) => fact.field === field)?.read(text)

describe('what is typed of a client', () => {
  test('is read as lists, each entry once and in order', () => {
    expect(read('domains', ' Contoso.com; contoso.de\ncontoso.com')).toEqual(['contoso.com', 'contoso.de'])
    expect(read('holidays', '2027-12-25, 2027-01-01')).toEqual(['2027-01-01', '2027-12-25'])
    expect(read('alertDays', '30 90, 7')).toEqual([90, 30, 7])
    expect(read('lead', ' Noor Haddad ')).toBe('Noor Haddad')
  })

  test('says nothing where it is empty, and is refused where it cannot be read', () => {
    for (const { read } of clientFacts) expect(read('  ')).toBeNull()
    expect(read('domains', 'contoso')).toBeUndefined()
    expect(read('domains', 'https://contoso.com')).toBeUndefined()
    expect(read('holidays', '25.12.2027')).toBeUndefined()
    expect(read('alertDays', 'thirty')).toBeUndefined()
    expect(read('certificateAlertDays', '-3')).toBeUndefined()
  })

  test('is a value of its field, and reads back as it was written', () => {
    const typed = { lead: 'Noor', domains: 'contoso.com', holidays: '2027-01-01', alertDays: '60, 30' }
    for (const [field, text] of Object.entries(typed)) {
      const value = read(field, text)
      expect(fieldSchema('client', field)?.safeParse(value).success, field).toBe(true)
      expect(factText(value), field).toBe(text)
    }
  })
})

describe('a client’s name', () => {
  test('is one that it can have, or is refused', () => {
    expect(nameFact.read(' Contoso ')).toBe('Contoso')
    for (const text of ['', '  ', 'x'.repeat(501)]) expect(nameFact.read(text)).toBeUndefined()
    expect(fieldSchema('client', 'name')?.safeParse(nameFact.read('x'.repeat(500))).success).toBe(true)
  })

  test('is another one in every list once it is said', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'Contso')
    await createClient(db, 'Mill')
    const workspace = (await getSetting(db, 'device'))?.workspace ?? ''
    expect((await editField(db, workspace, client, 'name', 'Contoso')).ok).toBe(true)
    expect((await listClients(db)).map(({ name }) => name)).toEqual(['Contoso', 'Mill'])
  })
})

describe('a budget', () => {
  const read = budgetFact.read

  test('is in the client’s currency, or in the one that is typed', () => {
    expect(read('24000', 'EUR')).toEqual({ minor: 24_000_00, currency: 'EUR' })
    for (const text of ['24,000', '24.000', '24 000', '24,000.00', '24.000,00 eur', '24000EUR'])
      expect(read(text, 'EUR'), text).toEqual({ minor: 24_000_00, currency: 'EUR' })
    expect(read('24000 CHF', 'EUR')).toEqual({ minor: 24_000_00, currency: 'CHF' })
    expect(read('9000000', 'JPY')).toEqual({ minor: 9_000_000, currency: 'JPY' })
  })

  test('is not guessed', () => {
    expect(read(' ', 'EUR')).toBeNull()
    for (const text of ['24000', 'EUR', '0 EUR', '-5 EUR', '24,000 KWD', 'a lot'])
      expect(read(text, ''), text).toBeUndefined()
  })

  test('is a value of its field, and reads back as it was written', () => {
    for (const text of ['24000 EUR', '24000.50 EUR', '9000000 JPY']) {
      const value = read(text, '')
      expect(fieldSchema('client', 'budget')?.safeParse(value).success, text).toBe(true)
      expect(factText(value), text).toBe(text)
    }
  })
})

test('it is the client’s alone, and what is watched follows it', async () => {
  const db = freshDatabase()
  const [contoso, northwind] = [await createClient(db, 'Contoso'), await createClient(db, 'Northwind')]
  const workspace = (await getSetting(db, 'device'))?.workspace ?? ''
  await editField(db, workspace, contoso, 'alertDays', [45])
  expect((await wholeOf(db, contoso, '2026-11-27')).client.alertDays).toEqual([45])
  expect((await wholeOf(db, northwind, '2026-11-27')).client.alertDays).toBeUndefined()
})
