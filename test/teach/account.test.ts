import { describe, expect, test } from 'vitest'
import type { CellPlace } from '../../extension/connector-kit/define.ts'
import { accountOf } from '../../extension/teach/account.ts'

const pointed = (text: string, ...places: CellPlace[]) => ({
  ...{ text, label: '', lang: 'en' },
  standings: [
    { list: { selector: 'li' }, rows: 4, row: 0, places: [{ selector: 'b' }] },
    { list: 'page' as const, rows: 1, row: 0, places },
  ],
})

describe('the account that was pointed at', () => {
  test('is found again by what stands around it on the page', () => {
    const places = [{ label: ['Customer'] }, { selector: 'b' }]
    expect(accountOf(pointed('Acme Ltd', ...places))).toEqual({ place: { label: ['Customer'] }, text: 'Acme Ltd' })
  })

  test('is what comes after the words that introduce it', () => {
    const at = pointed('Signed in to: acme.example', { selector: 'p' })
    expect(accountOf(at)).toEqual({ place: { label: ['Signed in to'] }, text: 'acme.example' })
    expect(accountOf(pointed('https://acme.example', { selector: 'p' }))?.text).toBe('https://acme.example')
  })

  test('is never found by what names this client: another one would not be found', () => {
    const own = [{ selector: '[data-id="acme-4711"]' }, { selector: '#Acme' }, { selector: 'header > b' }]
    expect(accountOf(pointed('Acme 4711', ...own))?.place).toEqual({ selector: 'header > b' })
    expect(accountOf(pointed('Acme 4711', { selector: '#acme' }))).toBeUndefined()
  })

  test('is never found by counting elements, nor by a short name of this client', () => {
    const counted = { selector: 'body > div:nth-child(2) > b' }
    expect(accountOf(pointed('Acme Ltd', counted))).toBeUndefined()
    expect(accountOf(pointed('Acme Ltd', counted, { selector: '.org' }))?.place).toEqual({ selector: '.org' })
    expect(accountOf(pointed('3M', { selector: '[title="3M"]' }))).toBeUndefined()
  })

  test('is no paragraph and no menu', () => {
    expect(accountOf(pointed('Acme\nOwner', { selector: 'b' }))).toBeUndefined()
    expect(accountOf(pointed('a'.repeat(121), { selector: 'b' }))).toBeUndefined()
    expect(accountOf({ ...pointed('Acme'), standings: [] })).toBeUndefined()
  })
})
