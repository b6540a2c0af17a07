import type { Finding } from '../../shared/inventory/findings/finding.ts'
import { numbersIn } from './formatters.ts'
import { jobText } from './job-words.ts'
import { t } from './language.ts'
import { locale } from './locale.ts'

const of = ({ product, vendor }: Finding): string => product ?? vendor ?? ''
const who = ({ person }: Finding): string => person ?? t('finding.somebody')

function whyFree(reason?: string): string {
  if (reason === 'free-sku') return t('finding.freeSku')
  if (reason === 'zero-price') return t('finding.zeroPrice')
  return t(reason === 'free-plan' ? 'finding.freePlan' : 'finding.freeAnyhow')
}

/** One sentence a kind: what was found, of what, how much of it. */
const sentences: Record<Finding['kind'], (finding: Finding) => string> = {
  'renewal-within-notice': (finding) => t('finding.withinNotice', of(finding)),
  'renewal-undecided': (finding) => t('finding.undecided', of(finding)),
  'cancellation-unsent': (finding) => t('finding.cancellationUnsent', of(finding)),
  'card-expiring': (finding) => t('finding.cardExpiring', of(finding)),
  'leaver-licensed': (finding) => t('finding.leaverLicensed', who(finding), of(finding)),
  'duplicate-person': (finding) => t('finding.duplicatePerson', who(finding), of(finding)),
  'included-in-bundle': (finding) =>
    t('finding.includedInBundle', who(finding), of(finding), finding.reason ?? t('finding.anotherProduct')),
  inactive: (finding) =>
    finding.days === undefined
      ? t('finding.inactive', finding.count ?? 0, of(finding))
      : t('finding.unused', finding.count ?? 0, of(finding), t('values.length.day', finding.days)),
  unassigned: (finding) => t('finding.unassigned', finding.count ?? 0, of(finding)),
  'over-assigned': (finding) => t('finding.overAssigned', finding.count ?? 0, of(finding)),
  overlap: ({ count = 0, reason = '', vendor = '' }) => t('finding.overlap', count, jobText(reason), vendor),
  'price-rise': (finding) => t('finding.priceRise', of(finding), percentText(finding.count)),
  'owner-gone': (finding) => t('finding.ownerGone', who(finding), of(finding)),
  stale: (finding) => t('finding.stale', finding.count ?? 0, of(finding)),
  free: (finding) => t('finding.free', of(finding), whyFree(finding.reason)),
}
export const sentenceOf = (finding: Finding): string => sentences[finding.kind](finding)

export const percentText = (basisPoints = 0): string =>
  numbersIn(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(basisPoints / 10_000)
