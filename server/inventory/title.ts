import { beliefOf } from '../../shared/inventory/belief.ts'
import type { Names } from '../../shared/inventory/names.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'

/** What a record with a date is called, in one line. It names products and domains, never a person. */
export function titleOf(record: InventoryRecord, names: Names): string {
  const vendor = () => names.vendor(record.vendor).name
  if (record.type === 'domain') return oneLine(beliefOf({ ...record, type: 'domain' }).values.name ?? vendor())
  if (record.type === 'certificate') {
    const { subject, names: others } = beliefOf({ ...record, type: 'certificate' }).values
    return oneLine(subject ?? others?.[0] ?? vendor())
  }
  if (record.type !== 'subscription') return oneLine(vendor())
  const { product, plan } = beliefOf({ ...record, type: 'subscription' }).values
  const what = product ?? plan
  return oneLine(what === undefined ? vendor() : `${what} (${vendor()})`)
}

/**
 * A page can call a product anything: no line of a mail or a calendar is to begin where it says so, and no letter to be
 * turned around. The joiners that emoji and some scripts are written with stay.
 */
export const oneLine = (text: string): string =>
  [
    ...text
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+|(?![\u200c\u200d])\p{Cf}/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, 500)
    .join('')
