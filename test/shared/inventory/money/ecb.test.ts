import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratesLimit, readEcb } from '../../../../shared/inventory/money/ecb.ts'
import { typedRate } from '../../../../shared/inventory/money/typed-rate.ts'
import { Rate } from '../../../../shared/model/rate.ts'

const daily = 'Date, USD, JPY, GBP, \n27 November 2026, 1.0827, 163.20, 0.83210, \n'
const hist =
  'Date,USD,JPY,CYP,\n2026-11-27,1.0827,163.20,N/A,\n2026-11-26,1.0801,162.95,N/A,\n1999-01-04,1.1789,133.73,0.58231,\n'
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
	<Cube>
		<Cube time='2026-11-27'>
			<Cube currency='USD' rate='1.0827'/>
			<Cube currency='JPY' rate='163.20'/>
		</Cube>
		<Cube time="2026-11-26"><Cube currency="USD" rate="1.0801"/></Cube>
	</Cube>
</gesmes:Envelope>`

const read = (text: string) => {
  const result = readEcb(text)
  return result.ok ? result.value : result.problem.code
}
const of = (on: string, rates: Record<string, string>) => ({ on, base: 'EUR', rates, source: 'ECB', kind: 'spot' })

describe('the file of the European Central Bank', () => {
  test('of one day', () =>
    expect(read(daily)).toEqual([of('2026-11-27', { USD: '1.0827', JPY: '163.20', GBP: '0.83210' })]))

  test('of all days, where N/A is no rate', () =>
    expect(read(`\uFEFF${hist.replaceAll('\n', '\r\n')}`)).toEqual([
      of('2026-11-27', { USD: '1.0827', JPY: '163.20' }),
      of('2026-11-26', { USD: '1.0801', JPY: '162.95' }),
      of('1999-01-04', { USD: '1.1789', JPY: '133.73', CYP: '0.58231' }),
    ]))

  test('in XML, of one day or more', () =>
    expect(read(xml)).toEqual([
      of('2026-11-27', { USD: '1.0827', JPY: '163.20' }),
      of('2026-11-26', { USD: '1.0801' }),
    ]))

  test.each([
    ['', 'RATES_UNKNOWN_FORMAT'],
    ['Currency,Rate\nUSD,1.1\n', 'RATES_UNKNOWN_FORMAT'],
    ['Date, USD, \n', 'RATES_UNKNOWN_FORMAT'],
    ['<html><body>Sign in</body></html>', 'RATES_UNKNOWN_FORMAT'],
    [xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa">]>'), 'RATES_UNKNOWN_FORMAT'],
    [
      xml.replace("<Cube currency='USD' rate='1.0827'/>", "<Cube rate='1.0827' currency='USD'/>"),
      'RATES_UNKNOWN_FORMAT',
    ],
    [daily.replace('1.0827', '1,0827'), 'RATES_DAMAGED'],
    [daily.replace('1.0827', '0.0000'), 'RATES_DAMAGED'],
    [daily.replace('1.0827', '-1.0827'), 'RATES_DAMAGED'],
    [daily.replace('1.0827', ''), 'RATES_DAMAGED'],
    [daily.replace('USD', 'EUR'), 'RATES_DAMAGED'],
    [daily.replace('GBP', 'USD'), 'RATES_DAMAGED'],
    [daily.replace('GBP', '__proto__'), 'RATES_DAMAGED'],
    [daily.replace('27 November', '31 November'), 'RATES_DAMAGED'],
    [daily.replace('27 November 2026', '27/11/2026'), 'RATES_DAMAGED'],
    [hist.replace('2026-11-26', '2026-11-27'), 'RATES_DAMAGED'],
    [hist.replace('162.95,', ''), 'RATES_DAMAGED'],
    [xml.replace("'163.20'", "'NaN'"), 'RATES_DAMAGED'],
    [xml.replace("'JPY'", "'USD'"), 'RATES_DAMAGED'],
  ])('%# is refused whole', (text, code) => expect(read(text)).toBe(code))

  test('larger than any of its kind is not read', () => {
    expect(read(`${hist}${'x'.repeat(ratesLimit.characters)}`)).toBe('RATES_TOO_LARGE')
    expect(read(`Date,USD,\n${'2026-11-27,1.1,\n'.repeat(ratesLimit.days + 1)}`)).toBe('RATES_TOO_LARGE')
    expect(read(`Date,${'USD,'.repeat(ratesLimit.currencies + 1)}\n`)).toBe('RATES_UNKNOWN_FORMAT')
  })

  test('whatever is changed in it, it gives rates that are rates or a problem', () => {
    const base = fc.constantFrom(daily, hist, xml)
    fc.assert(
      fc.property(base, fc.nat(), fc.nat({ max: 40 }), fc.string({ unit: 'binary' }), (text, from, length, put) => {
        const at = from % text.length
        const result = readEcb(text.slice(0, at) + put + text.slice(at + length))
        if (result.ok) for (const rate of result.value) expect(Rate.safeParse(rate).success).toBe(true)
      }),
    )
  })
})

describe('a typed rate', () => {
  const typed = { on: '2026-11-27', base: 'USD', rates: { EUR: '0.9236' }, source: 'CFO', kind: 'budget' } as const

  test('is kept as it was typed', () => expect(typedRate(typed)).toEqual({ ok: true, value: typed }))

  test.each([
    { ...typed, on: '2026-02-30' },
    { ...typed, base: 'XXX' },
    { ...typed, rates: {} },
    { ...typed, rates: { USD: '1' } },
    { ...typed, rates: { EUR: '0' } },
    { ...typed, rates: { EUR: '0,92' } },
    { ...typed, rates: { BTC: '1' } },
    { ...typed, source: '' },
  ])('%j is refused', (wrong) => {
    const result = typedRate(wrong)
    expect(result.ok || result.problem.code).toBe('BAD_VALUE')
  })
})
