import type { Finding } from '../../shared/inventory/findings/finding.ts'
import { formatCount, plural } from './format.ts'

const of = ({ product, vendor }: Finding): string => product ?? vendor ?? ''
const who = ({ person }: Finding): string => person ?? 'Somebody'
const seats = (count = 0): string => plural(count, 'seat')
export const percentText = (basisPoints = 0): string =>
  new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }).format(basisPoints / 10_000)
const freeReasons: Record<string, string> = {
  'free-sku': 'the vendor gives this SKU away',
  'zero-price': 'its price is zero',
  'free-plan': 'its plan is a free one',
}

/** One sentence a kind: what was found, of what, how much of it. */
const sentences: Record<Finding['kind'], (finding: Finding) => string> = {
  'renewal-within-notice': (finding) => `${of(finding)} renews, and it is too late to cancel`,
  'renewal-undecided': (finding) => `Decide about the renewal of ${of(finding)}`,
  'cancellation-unsent': (finding) => `Send the cancellation of ${of(finding)}, or it renews`,
  'card-expiring': (finding) => `The card that pays ${of(finding)} expires`,
  'leaver-licensed': (finding) => `${who(finding)} has left and still holds a seat of ${of(finding)}`,
  'duplicate-person': (finding) => `${who(finding)} holds two seats of ${of(finding)}`,
  'included-in-bundle': (finding) =>
    `${who(finding)} has ${of(finding)} twice: it is part of ${finding.reason ?? 'another product'} already`,
  inactive: (finding) => `${seats(finding.count)} of ${of(finding)} not used for 90 days`,
  unassigned: (finding) => `${seats(finding.count)} of ${of(finding)} given to nobody`,
  'over-assigned': (finding) => `${of(finding)}: ${seats(finding.count)} more in use than bought`,
  overlap: ({ count = 0, reason, vendor }) => `${formatCount(count)} tools for ${reason}: ${vendor}`,
  'price-rise': (finding) => `${of(finding)} costs ${percentText(finding.count)} more`,
  'owner-gone': (finding) => `${who(finding)} answers for ${of(finding)} and has left`,
  stale: (finding) => `${of(finding)} was last looked at ${plural(finding.count ?? 0, 'day')} ago`,
  free: (finding) =>
    `${of(finding)} is free: its spare seats are no waste, as ${freeReasons[finding.reason ?? ''] ?? 'it costs nothing'}`,
}
export const sentenceOf = (finding: Finding): string => sentences[finding.kind](finding)
