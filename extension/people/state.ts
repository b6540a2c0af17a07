import type { ValuesOf } from '../../shared/inventory/belief.ts'
import type { PersonView } from '../../shared/inventory/people/persons.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { deleteRecord, editField, stateRecord, undeleteRecord } from '../records/edit.ts'

type Said = ValuesOf<'person'>
/** What is to be said; null takes a field back, and what is not named stays. */
export type Saying = { [K in keyof Said]?: Said[K] | null }

/** What was done, and its way back. */
export type Done = { outcome: Outcome<unknown>; undo: () => Promise<Outcome<unknown>> }

/** Says something of a person: in the record that there is, else in one of their own that holds their addresses. */
export async function say(db: Database, client: Uuid, view: PersonView | undefined, saying: Saying): Promise<Done> {
  const former = view?.stated
  if (former) {
    const fields = plain(saying)
    const undo = () => stateRecord(db, client, 'person', asBefore(former.values, fields), former.id)
    return { outcome: await stateRecord(db, client, 'person', fields, former.id), undo }
  }
  const id = newId()
  const known = view && view.emails.length > 0 ? { emails: view.emails } : {}
  // Of a record that begins, nothing is taken back.
  const fields = Object.fromEntries(
    Object.entries({ ...known, ...plain(saying) }).filter(([, value]) => value !== null),
  )
  const outcome = await stateRecord(db, client, 'person', fields, id)
  return { outcome, undo: () => deleteRecord(db, client, id) }
}

/**
 * Two are one person: the addresses of both in one record. Where both have a record, what the one does not say is taken
 * from the other, which is deleted.
 */
export async function join(db: Database, client: Uuid, one: PersonView, other: PersonView): Promise<Done> {
  const [into, from] = one.stated || !other.stated ? [one, other] : [other, one]
  const emails = [...new Set([...into.emails, ...from.emails])]
  const missing = Object.entries(from.stated?.values ?? {}).filter(
    ([field]) => field !== 'emails' && !Object.hasOwn(into.stated?.values ?? {}, field),
  )
  const said = await say(db, client, into, { ...Object.fromEntries(missing), emails })
  const second = from.stated?.id
  if (!said.outcome.ok || second === undefined) return said
  return {
    outcome: await deleteRecord(db, client, second),
    undo: async () => {
      const back = await said.undo()
      return back.ok ? undeleteRecord(db, client, second) : back
    },
  }
}

/** One address is somebody else's again. */
export const separate = (db: Database, client: Uuid, view: PersonView, email: string): Promise<Done> =>
  say(db, client, view, { emails: view.emails.filter((each) => each !== email) })

/** What people said of somebody is taken away; their accounts stay. */
export async function forget(db: Database, client: Uuid, id: Uuid): Promise<Done> {
  return { outcome: await deleteRecord(db, client, id), undo: () => undeleteRecord(db, client, id) }
}

/** An account that shows no address is somebody's: a person's word, which a console may contest. */
export async function give(db: Database, client: Uuid, account: PersonView, to: PersonView): Promise<Done> {
  const [email] = to.emails
  const ids = account.accounts.map(({ id }) => id)
  const write = (value: string | null) => onAll(ids, (id) => editField(db, client, id, 'email', value))
  return { outcome: email === undefined ? ok(null) : await write(email), undo: () => write(null) }
}

async function onAll(ids: Uuid[], work: (id: Uuid) => Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
  let last: Outcome<unknown> = ok(null)
  for (const id of ids) {
    last = await work(id)
    if (!last.ok) return last
  }
  return last
}

const plain = (saying: Saying): Record<string, FieldValue | null> =>
  Object.fromEntries(Object.entries(saying).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])))

/** The same fields as they were; null for those that nobody had said. */
const asBefore = (former: Said, fields: Record<string, unknown>): Record<string, FieldValue | null> => ({
  ...Object.fromEntries(Object.keys(fields).map((field) => [field, null])),
  ...plain(Object.fromEntries(Object.entries(former).filter(([field]) => Object.hasOwn(fields, field)))),
})
