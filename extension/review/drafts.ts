import { maskedRecord, maskedSighting } from '../../shared/inventory/people/masked.ts'
import { defaultPeopleMode } from '../../shared/inventory/people/mode.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { VendorAccount } from '../../shared/model/evidence.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { recordIdOf } from '../../shared/model/record-id.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import { recordsById } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import type { Draft } from '../db/schema.ts'
import { taughtNames } from '../db/taught-names.ts'
import { boundClient } from '../records/binding.ts'
import { type PeopleShown, peopleShownIn } from '../records/people-mode.ts'
import { titleOf } from '../ui/value-text.ts'
import { compareDraft, type DraftKind, draftKind, type FieldChange } from './compare.ts'

/**
 * Whose thing a draft is, seen from the active client: its account is bound `here`, bound `elsewhere`, not bound yet
 * (`first`: accepting binds it), or the page did not show an account (`unknown`: a person must say so).
 */
export type Standing =
  | { is: 'here' | 'first' }
  | { is: 'unknown' }
  | { is: 'elsewhere'; client: Uuid }
  | { is: 'no-client' }

export type DraftView = {
  /** As the client's people are shown: who it is of may be left out. What is decided is the draft that is stored. */
  draft: Draft
  mode: PeopleMode
  standing: Standing
  changes: FieldChange[]
  kind: DraftKind
  /** The name of the taught connector that read it, '' where that is not known here; undefined where none did. */
  taught?: string | undefined
}

export async function viewDrafts(db: Database, drafts: Draft[], active: Uuid | null): Promise<DraftView[]> {
  const standings = await standingsOf(db, drafts, active)
  const ids = active === null ? [] : await Promise.all(drafts.map(({ sighting }) => recordIdOf(active, sighting)))
  const records = active === null ? [] : await recordsById(db, active, ids)
  const people = await peopleOf(db, [active, ...drafts.map(({ client }) => client), ...ownersIn(standings)])
  const taught = await taughtNames(
    db,
    drafts.map(({ sighting }) => sighting.capture.connector.id),
  )
  return drafts.map((draft, place) => {
    const standing = seenForAnother(draft, active) ??
      standings.get(accountKey(draft.sighting.vendorAccount)) ?? { is: 'unknown' }
    const owner = standing.is === 'elsewhere' ? standing.client : active
    const shown = people.get(owner) ?? { mode: defaultPeopleMode, keyOf: () => '' }
    // What another client knows is not shown under this one (threats T10).
    const record = standing.is === 'elsewhere' ? undefined : records[place]
    const view = shownDraft(draft, ids[place] ?? draft.id, shown)
    const key = keyOfDraft(draft, ids[place] ?? draft.id, shown)
    const changes = compareDraft(view, record && maskedRecord(record, shown.mode, key))
    return {
      draft: view,
      mode: shown.mode,
      standing,
      changes,
      kind: draftKind(changes, record),
      taught: taught.get(draft.sighting.capture.connector.id),
    }
  })
}

/** A page that does not show its account was read for the client that was active then, and for no other. */
const seenForAnother = ({ client }: Draft, active: Uuid | null): Standing | undefined =>
  client === null || client === active ? undefined : { is: 'elsewhere', client }

const accountKey = (account: VendorAccount | null): string => (account ? `${account.vendor} ${account.id}` : '')

/** One look-up an account, not one a draft: a page of 2,000 people is one account. */
async function standingsOf(db: Database, drafts: Draft[], active: Uuid | null): Promise<Map<string, Standing>> {
  const accounts = new Map(drafts.map(({ sighting }) => [accountKey(sighting.vendorAccount), sighting.vendorAccount]))
  const found = await Promise.all(
    [...accounts].map(async ([key, account]): Promise<[string, Standing]> => {
      const bound = account && (await boundClient(db, account))
      return [key, standing(account, bound, active)]
    }),
  )
  return new Map(found)
}

function standing(account: VendorAccount | null, bound: Uuid | null, active: Uuid | null): Standing {
  if (bound !== null && bound !== active) return { is: 'elsewhere', client: bound }
  if (active === null) return { is: 'no-client' }
  if (account === null) return { is: 'unknown' }
  return { is: bound === null ? 'first' : 'here' }
}

const ownersIn = (standings: Map<string, Standing>): Uuid[] =>
  [...standings.values()].flatMap((standing) => (standing.is === 'elsewhere' ? [standing.client] : []))

/** How the people of each of these clients are shown: one look-up a client. */
async function peopleOf(db: Database, clients: (Uuid | null)[]): Promise<Map<Uuid | null, PeopleShown>> {
  const asked = [...new Set(clients)]
  return new Map(await Promise.all(asked.map(async (client) => [client, await peopleShownIn(db, client)] as const)))
}

const keyOfDraft = ({ sighting }: Draft, id: Uuid, { keyOf }: PeopleShown): string => {
  const { email, accountId, person } = sighting.fields
  return keyOf({ id, vendor: sighting.vendor, vendorAccount: sighting.vendorAccount }, email, accountId, person)
}

/** Nothing of it is asked that would name somebody. */
function shownDraft(draft: Draft, id: Uuid, shown: PeopleShown): Draft {
  const sighting = maskedSighting(draft.sighting, shown.mode, keyOfDraft(draft, id, shown))
  if (sighting === draft.sighting) return draft
  const asked = Object.entries(draft.questions ?? {}).map(
    ([field, { choices, evidence }]) =>
      [field, { choices, evidence: { ...evidence, excerpt: '', locator: '' } }] as const,
  )
  return { ...draft, sighting, ...(asked.length > 0 ? { questions: Object.fromEntries(asked) } : {}) }
}

/** All drafts of this device, those of one visit first, then by console, kind of thing and name. */
export async function draftsInOrder(db: Database, first: Uuid | null): Promise<Draft[]> {
  return inOrder(await db.drafts.toArray(), first)
}

export function inOrder(drafts: Draft[], first: Uuid | null): Draft[] {
  const sorted = drafts.map((draft) => ({ draft, place: placeOf(draft, first) }))
  return sorted.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ draft }) => draft)
}

/** What is owned and what it costs is read before who uses it. */
const readingOrder: Record<CapturedType, number> = {
  subscription: 0,
  invoice: 1,
  charge: 1,
  domain: 2,
  certificate: 3,
  control: 4,
  product: 5,
  assignment: 6,
}

function placeOf(draft: Draft, first: Uuid | null): string {
  const { type, fields, key } = draft.sighting
  const visit = draft.session === first ? '0' : '1'
  return [visit, draft.host, readingOrder[type], titleOf(type, fields, key).toLocaleLowerCase(), draft.id].join('\n')
}
