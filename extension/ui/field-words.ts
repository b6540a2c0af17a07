import type { Confidence, EvidenceSource } from '../../shared/model/evidence.ts'
import type { CapturedType, ClientType } from '../../shared/model/record-type.ts'
import * as captured from './field-words-captured.ts'
import type { FieldWords } from './field-words-kinds.ts'
import * as stated from './field-words-stated.ts'

export type { FieldWords }

export const fieldWords: Record<ClientType, Record<string, FieldWords>> = { ...captured, ...stated }

export const typeWords: Record<CapturedType, { one: string; many: string }> = {
  subscription: { one: 'subscription', many: 'subscriptions' },
  assignment: { one: 'seat', many: 'seats' },
  invoice: { one: 'invoice', many: 'invoices' },
  domain: { one: 'domain', many: 'domains' },
  certificate: { one: 'certificate', many: 'certificates' },
  control: { one: 'security setting', many: 'security settings' },
  product: { one: 'product', many: 'products' },
  charge: { one: 'charge', many: 'charges' },
}

export const sourceWords: Record<EvidenceSource, string> = {
  person: 'entered',
  json: 'console',
  page: 'page',
  generic: 'generic',
  import: 'import',
}

export const confidenceWords: Record<Confidence, { word: string; why: string }> = {
  high: { word: 'high', why: 'read from the console’s own answer' },
  medium: { word: 'medium', why: 'read from the page' },
  low: { word: 'low', why: 'recognized by the generic reader; please check' },
  stated: { word: 'stated', why: 'entered by a person' },
}

/** Whose reading it is, where the workspace taught it and nobody ships it. */
export const readByTaught = (name: string): string =>
  name === '' ? 'Read by a connector that your workspace taught' : `Read by “${name}”, which your workspace taught`
