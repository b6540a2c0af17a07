import type { Assignment } from '../../../shared/model/assignment.ts'
import { type Column, columnsIn } from '../columns.ts'
import { type Draft, type Facts, has, put, type Row, take } from '../draft.ts'
import { mentions } from '../topics.ts'
import { labelOf } from '../values/shape.ts'
import { statusOf, yesNoOf } from '../values/word.ts'

/** Of the person, not of whoever created, invited or manages them. */
export const ownPerson = ({ path }: Column) =>
  path.length <= 2 && !path.some((key) => /creat|updat|invit.*by|manager|owner|creator|author/i.test(key))

const among = ['active', 'inactive', 'suspended', 'pending', 'deleted', 'expired'] as const
const closed: Record<(typeof among)[number], Assignment['status']> = {
  active: 'active',
  inactive: 'inactive',
  suspended: 'suspended',
  pending: 'invited',
  deleted: 'deprovisioned',
  expired: 'inactive',
}

export function takeStatus(draft: Draft, { columns, lang, topic, table }: Facts, row: Row): void {
  const ofThePerson = columns.filter(ownPerson)
  take(
    draft,
    'status',
    row,
    ofThePerson.filter(({ label }) => /(?:^|_|\.|is)deleted$/i.test(label)),
    (value) => (value === true ? 'deprovisioned' : undefined),
  )
  take(
    draft,
    'status',
    row,
    ofThePerson.filter(({ label }) =>
      /(?:^|_|\.|is)(?:pending|invited|(?:pending_?)?invit(?:e|ation)(?:_?pending)?)$/i.test(label),
    ),
    (value) => (value === true ? 'invited' : undefined),
  )
  take(draft, 'status', row, columnsIn(ofThePerson, 'status'), (value) => {
    const word = among.find((status) => status === statusOf(value, among, lang))
    return word && closed[word]
  })
  take(draft, 'status', row, columnsIn(ofThePerson, 'disabled'), (value) =>
    yesNoOf(value, lang) ? 'suspended' : undefined,
  )
  take(
    draft,
    'status',
    row,
    columnsIn(ofThePerson, 'active').filter(({ leaf }) => !leaf.has('mfa')),
    (value) => {
      const on = yesNoOf(value, lang)
      return on === undefined ? undefined : on ? 'active' : 'inactive'
    },
  )
  // "suspended: false" alone says that the account is in use.
  take(
    draft,
    'status',
    row,
    ofThePerson.filter(({ label }) => /suspended$|blocked$|deleted$|disabled$|locked_?out$/i.test(label)),
    (value) => (yesNoOf(value, lang) === false ? 'active' : undefined),
  )
  take(draft, 'status', row, columnsIn(ofThePerson, 'status'), (value) =>
    typeof value === 'string' && labelOf(value) ? 'unknown' : undefined,
  )
  if (!has(draft, 'status') && mentions(topic, invitations))
    put(draft, 'status', 'invited', table.locator, topic.subject.join(' '))
}

const invitations = new Set(['invite', 'invitation', 'invitee'])
