import { type Column, columnsIn } from '../columns.ts'
import { type Draft, type Facts, has } from '../draft.ts'

/** Whose name a column is, and which descriptions are names. */

/** `license_name` beside `license_email`: whom it was issued to. */
export function isHolder({ label }: Column, columns: Column[]): boolean {
  const address = label.replace(/name$/i, '')
  return (
    address !== label &&
    columns.some((other) => other.shape.kind === 'email' && other.label.replace(/e?mail$/i, '') === address)
  )
}

export const keyOf = ({ label }: Column): string => label.split('.').at(-1) ?? ''

/** `agreement: { name: "Managed services" }`: under which contract it was bought, not what. */
export const ofContract = ({ path }: Column): boolean => /(?:agreement|contract)$/i.test(path.at(-1) ?? '')

/** `product_classes`, `productFamily`: what kind of product it is, where it has a name of its own. */
export const isKind = ({ label }: Column): boolean =>
  /(?:class(?:es)?|famil(?:y|ies)|categor(?:y|ies)|groups?)(?:\.(?:name|title|label|handle))?$/i.test(label)

/** A list that only describes what it lists, in words that may be of anything: no host's name stands for that. */
export const isOnlyDescribed = (draft: Draft, { table, columns }: Facts): boolean =>
  table.source === 'json' &&
  !table.single &&
  !has(draft, 'product', 'sku') &&
  columns.some(({ label, shape }) => shape.kind === 'text' && /desc(?:ription)?$/i.test(label)) &&
  !columnsIn(columns, 'plan').some(({ leaf }) => !leaf.has('description'))

/** `entitlementDesc`, in a list of entitlements `typeDesc`: what the thing itself is described as. */
export function ownDescriptions({ columns, topic }: Facts): Column[] {
  const entitled = topic.subject.includes('entitlement') || topic.subjectConcepts.has('license')
  return columns.filter(
    ({ label, shape }) =>
      shape.kind === 'text' && (ownDescription.test(label) || (entitled && /^type_?desc(?:ription)?$/i.test(label))),
  )
}
const ownDescription = /^(?:entitlement|licen[cs]e|product|item|service|offer|subscription)_?desc(?:ription)?$/i

/** `{ product: { identifier }, quantity, description }`: beside a part number the line's own text is its name. */
export const descriptionsIn = (columns: Column[]): Column[] =>
  columns.filter(({ label, shape }) => /^(?:item_?|line_?)?description$/i.test(label) && shape.kind === 'text')
