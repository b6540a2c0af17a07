import type { Assignment } from '../../../shared/model/assignment.ts'
import { type Column, columnsIn } from '../columns.ts'
import { type Facts, has, put, type Read, taker } from '../draft.ts'
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

export function statusTaker({ columns, lang, topic, table }: Facts): Read {
  const ofThePerson = columns.filter(ownPerson)
  const called = (words: RegExp) => ofThePerson.filter(({ label }) => words.test(label))
  const status = (from: Column[], read: Parameters<typeof taker>[3]) => taker('assignment', 'status', from, read)
  const stated = columnsIn(ofThePerson, 'status')
  const takers = [
    status(called(/(?:^|_|\.|is)deleted$/i), (value) => (value === true ? 'deprovisioned' : undefined)),
    status(called(/(?:^|_|\.|is)(?:pending|invited|(?:pending_?)?invit(?:e|ation)(?:_?pending)?)$/i), (value) =>
      value === true ? 'invited' : undefined,
    ),
    status(stated, (value) => {
      const said = statusOf(value, among, lang)
      const word = among.find((status) => status === said)
      return word && closed[word]
    }),
    status(columnsIn(ofThePerson, 'disabled'), (value) => (yesNoOf(value, lang) ? 'suspended' : undefined)),
    status(
      columnsIn(ofThePerson, 'active').filter(({ leaf }) => !leaf.has('mfa')),
      (value) => {
        const on = yesNoOf(value, lang)
        return on === undefined ? undefined : on ? 'active' : 'inactive'
      },
    ),
    // "suspended: false" alone says that the account is in use.
    status(called(/suspended$|blocked$|deleted$|disabled$|locked_?out$/i), (value) =>
      yesNoOf(value, lang) === false ? 'active' : undefined,
    ),
    status(stated, (value) => (typeof value === 'string' && labelOf(value) ? 'unknown' : undefined)),
  ]
  const invited = mentions(topic, invitations)
  return (draft, row) => {
    if (takers.some((take) => take(draft, row))) return
    if (invited && !has(draft, 'status')) put(draft, 'status', 'invited', table.locator, topic.subject.join(' '))
  }
}

const invitations = new Set(['invite', 'invitation', 'invitee'])
