import type { Confidence, EvidenceSource } from '../../shared/model/evidence.ts'
import type { CapturedType, ClientType } from '../../shared/model/record-type.ts'
import * as captured from './field-words-captured.ts'
import type { FieldWords } from './field-words-kinds.ts'
import * as stated from './field-words-stated.ts'
import { t } from './language.ts'
import { worded } from './worded.ts'

export type { FieldWords }

export const fieldWords: Record<ClientType, Record<string, FieldWords>> = { ...captured, ...stated }

export const typeWords: Record<CapturedType, { one: string; many: string }> = {
  subscription: worded({ one: 'type.subscription.one', many: 'type.subscription.many' }),
  assignment: worded({ one: 'type.assignment.one', many: 'type.assignment.many' }),
  invoice: worded({ one: 'type.invoice.one', many: 'type.invoice.many' }),
  domain: worded({ one: 'type.domain.one', many: 'type.domain.many' }),
  certificate: worded({ one: 'type.certificate.one', many: 'type.certificate.many' }),
  control: worded({ one: 'type.control.one', many: 'type.control.many' }),
  product: worded({ one: 'type.product.one', many: 'type.product.many' }),
  charge: worded({ one: 'type.charge.one', many: 'type.charge.many' }),
}

export const sourceWords: Record<EvidenceSource, string> = worded({
  person: 'source.person',
  json: 'source.json',
  page: 'source.page',
  generic: 'source.generic',
  import: 'source.import',
})

export const confidenceWords: Record<Confidence, { word: string; why: string }> = {
  high: worded({ word: 'confidence.high.word', why: 'confidence.high.why' }),
  medium: worded({ word: 'confidence.medium.word', why: 'confidence.medium.why' }),
  low: worded({ word: 'confidence.low.word', why: 'confidence.low.why' }),
  stated: worded({ word: 'confidence.stated.word', why: 'confidence.stated.why' }),
}

/** Whose reading it is, where the workspace taught it and nobody ships it. */
export const readByTaught = (name: string): string =>
  name === '' ? t('sourceCard.taught') : t('sourceCard.taughtNamed', name)
