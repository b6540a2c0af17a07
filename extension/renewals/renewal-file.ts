import { type Line, linesOf } from '../../shared/inventory/renewal-lines.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Column, List } from '../export/list.ts'
import { type Convert, convertFor } from '../records/convert.ts'
import type { Whole } from '../records/whole.ts'
import { part, t } from '../ui/language.ts'
import { labelOf, valueText } from '../ui/value-text.ts'

const decisionOf = ({ term, decision }: Line): string | undefined =>
  !term ? undefined : decision?.choice ? valueText('decision', 'choice', decision.choice) : t('renewals.undecided')

const columns = (convert: Convert): Column<Line>[] => [
  { id: 'name', label: t('export.column.what'), kind: 'text', of: ({ name }) => name },
  { id: 'vendor', label: t('common.vendor'), kind: 'text', of: ({ vendor }) => vendor },
  {
    id: 'type',
    label: t('export.column.kind'),
    kind: 'text',
    of: ({ type }) => t(type === 'subscription' ? 'type.subscription.one' : `renewals.types.${type}`),
  },
  {
    id: 'happens',
    label: t('export.column.happens'),
    kind: 'text',
    of: ({ happens }) => t(`renewals.happens.${part(happens)}`),
  },
  { id: 'on', label: t('export.column.day'), kind: 'day', of: ({ on }) => on },
  { id: 'renewsOn', label: labelOf('subscription', 'renewsOn'), kind: 'day', of: ({ term }) => term?.renewsOn },
  { id: 'startsOn', label: labelOf('subscription', 'startsOn'), kind: 'day', of: ({ term }) => term?.startsOn },
  { id: 'endsOn', label: labelOf('subscription', 'endsOn'), kind: 'day', of: ({ term }) => term?.endsOn },
  {
    id: 'price',
    label: t('export.column.yearly'),
    kind: 'money',
    of: ({ perYear }) => perYear && (convert(perYear) ?? perYear),
  },
  {
    id: 'original',
    label: t('export.column.yearlyOriginal'),
    kind: 'money',
    of: ({ perYear }) => (perYear && convert(perYear) ? perYear : undefined),
  },
  { id: 'decision', label: labelOf('decision', 'choice'), kind: 'text', of: decisionOf },
  { id: 'reason', label: labelOf('decision', 'reason'), kind: 'text', of: ({ decision }) => decision?.reason },
  { id: 'decidedBy', label: labelOf('decision', 'decidedBy'), kind: 'text', of: ({ decision }) => decision?.decidedBy },
  { id: 'decidedOn', label: labelOf('decision', 'decidedOn'), kind: 'day', of: ({ decision }) => decision?.decidedOn },
  {
    id: 'noticeSentOn',
    label: labelOf('decision', 'noticeSentOn'),
    kind: 'day',
    of: ({ decision }) => decision?.noticeSentOn,
  },
  { id: 'owner', label: labelOf('subscription', 'owner'), kind: 'text', of: ({ owner }) => owner },
]

export const renewalFile = (lines: Line[], convert: Convert): List<Line> => ({
  name: t('areas.renewals'),
  columns: columns(convert),
  rows: lines,
})

/** All renewals of a client. */
export const renewalsOf = (whole: Whole, today: Day): List<Line> =>
  renewalFile(linesOf({ ...whole, alerts: [] }, today).lines, convertFor(whole, today))
