import type { Fields } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'

type Identity = (fields: Fields) => unknown[]

/** What makes a thing the same thing next time, whoever read it: the vendor's own identifier, else what people tell it by. */
const identities: Record<CapturedType, Identity> = {
  subscription: ({ subscriptionId, product, plan, sku }) => (subscriptionId ? [subscriptionId] : [product, plan, sku]),
  assignment: ({ email, accountId, person, product, sku }) => [
    String(email ?? accountId ?? person).toLowerCase(),
    product ?? sku ?? '',
  ],
  invoice: ({ number, issuedOn, total }) => [number ?? `${issuedOn} ${JSON.stringify(total)}`],
  domain: ({ name }) => [name],
  certificate: ({ serial, subject, endsOn }) => [serial ?? `${subject} ${endsOn ?? ''}`],
  control: ({ area, title }) => [area, title],
  product: ({ productId, name }) => [productId ?? name],
  // A tax or a credit has the SKU, and often the words, of what it is on.
  charge: ({ invoiceId, skuId, description, chargePeriodStart, category }) => [
    invoiceId,
    skuId,
    description,
    chargePeriodStart,
    category,
  ],
}

export const identityOf = (type: CapturedType, fields: Fields): string[] =>
  identities[type](fields).flatMap((part) => (part === undefined ? [] : [String(part)]))
