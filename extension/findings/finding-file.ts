import type { Judged } from '../../shared/inventory/findings/judged.ts'
import { groupOf, groups, ranked } from '../../shared/inventory/findings/ranked.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Column, List } from '../export/list.ts'
import { type Convert, convertFor } from '../records/convert.ts'
import type { Whole } from '../records/whole.ts'
import { sentenceOf } from '../ui/finding-words.ts'
import { t } from '../ui/language.ts'
import { dayIn, unsaidWords } from './words.ts'

const columns = (convert: Convert): Column<Judged>[] => [
  {
    id: 'group',
    label: t('export.column.todo'),
    kind: 'text',
    of: ({ kind }) => t(`findings.groups.${groupOf[kind]}`),
  },
  { id: 'finding', label: t('export.column.finding'), kind: 'text', of: sentenceOf },
  { id: 'vendor', label: t('common.vendor'), kind: 'text', of: ({ vendor }) => vendor },
  { id: 'product', label: t('people.column.product'), kind: 'text', of: ({ product }) => product },
  { id: 'day', label: t('export.column.day'), kind: 'day', of: (finding) => dayIn(finding)?.day },
  { id: 'dayIs', label: t('export.column.dayIs'), kind: 'text', of: (finding) => dayIn(finding)?.word },
  {
    id: 'saving',
    label: t('export.column.saving'),
    kind: 'money',
    of: ({ saving }) => saving && (convert(saving.yearly) ?? saving.yearly),
  },
  {
    id: 'original',
    label: t('export.column.savingOriginal'),
    kind: 'money',
    of: ({ saving }) => (saving && convert(saving.yearly) ? saving.yearly : undefined),
  },
  { id: 'upTo', label: t('export.column.atMost'), kind: 'flag', of: ({ saving }) => saving?.upTo },
  { id: 'why', label: t('export.column.whyNoSaving'), kind: 'text', of: ({ unsaid }) => unsaid && unsaidWords(unsaid) },
  { id: 'status', label: t('common.status'), kind: 'text', of: ({ status }) => t(`findings.tabs.${status}`) },
  { id: 'reason', label: t('export.column.reason'), kind: 'text', of: ({ said }) => said },
  { id: 'until', label: t('findings.until'), kind: 'day', of: ({ until }) => until },
]

export const findingFile = (findings: Judged[], convert: Convert): List<Judged> => ({
  name: t('areas.findings'),
  columns: columns(convert),
  rows: findings,
})

/** All findings of a client, the open ones first, each part as it is ranked on screen. */
export function findingsOf(whole: Whole, today: Day): List<Judged> {
  const { inventory, client, rates } = whole
  const all = inventory.findings()
  const inOrder = (['open', 'accepted', 'dismissed'] as const).flatMap((status) => {
    const shown = ranked(
      all.filter((finding) => finding.status === status),
      { currency: client.currency, rates, today },
    )
    return groups.flatMap((group) => shown[group])
  })
  return findingFile(inOrder, convertFor(whole, today))
}
