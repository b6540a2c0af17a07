import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesFrom } from '../../../shared/inventory/names.ts'
import { resolveVendor } from '../../../shared/vendor-directory/index.ts'
import { belief } from '../../support/beliefs.ts'

const vendorAlias = (from: string, to: string) => belief('alias', { kind: 'vendor', from, to })
const productAlias = (vendor: string, from: string, to: string) =>
  belief('alias', { kind: 'product', vendor, from, to })

describe('vendors', () => {
  test('a host, a domain and a name of one maker are one vendor', () => {
    const { vendor } = namesFrom([], resolveVendor)
    expect(new Set(['microsoft.com', 'Microsoft', 'admin.microsoft.com'].map((said) => vendor(said).key)).size).toBe(1)
    expect(vendor('Some Reseller Ltd')).toMatchObject({ name: 'Some Reseller Ltd', categories: [] })
  })

  test('what a person merged is one; taking the alias back splits it again', () => {
    const aliases = [vendorAlias('tickets.example', 'zendesk.com')]
    expect(namesFrom(aliases, resolveVendor).vendor('tickets.example')).toMatchObject({
      key: 'zendesk.com',
      name: 'Zendesk',
    })
    expect(namesFrom([], resolveVendor).vendor('tickets.example').key).toBe('tickets.example')
  })

  test('aliases are followed to their end; people who merge in a circle still get one vendor', () => {
    const chain = namesFrom(
      [vendorAlias('a.example', 'b.example'), vendorAlias('b.example', 'c.example')],
      resolveVendor,
    )
    expect(chain.vendor('a.example').key).toBe('c.example')
    const circle = [
      vendorAlias('a.example', 'b.example'),
      vendorAlias('b.example', 'c.example'),
      vendorAlias('c.example', 'b.example'),
    ]
    const { vendor } = namesFrom(circle, resolveVendor)
    expect(new Set(['a.example', 'b.example', 'c.example'].map((said) => vendor(said).key)).size).toBe(1)
  })

  test('whatever people merge, in whatever order it is read: it ends, and everybody gets the same', () => {
    const name = fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example', '__proto__', 'constructor')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 8 }), (pairs) => {
        const aliases = pairs.map(([from, to]) => vendorAlias(from, to))
        const [one, two] = [namesFrom(aliases, resolveVendor), namesFrom([...aliases].reverse(), resolveVendor)]
        for (const said of ['a.example', 'b.example', 'c.example', 'd.example', '__proto__', 'constructor'])
          expect(one.vendor(said)).toEqual(two.vendor(said))
      }),
    )
  })
})

describe('products', () => {
  test('case and spaces are no difference; a merged product is one of its own vendor only', () => {
    const { product } = namesFrom([productAlias('example.com', 'Office Std', 'Office Standard')], resolveVendor)
    expect(product('example.com', ' office  STD').key).toBe(product('example.com', 'Office Standard').key)
    expect(product('other.example', 'Office Std').key).not.toBe(product('other.example', 'Office Standard').key)
  })
})
