import { newId } from '../../shared/model/id.ts'
import { microsoftProduct, microsoftSku } from '../../shared/vendor-directory/microsoft-skus.ts'
import type { Connector } from '../connector-kit/define.ts'
import { connectorsFor } from '../connector-kit/match.ts'
import type { Material } from '../connector-kit/material.ts'
import type { ReadShown } from '../connector-kit/readers.ts'
import { readMaterial } from '../connector-kit/run.ts'
import { connectors as builtIn } from '../connectors/index.ts'
import type { Database } from '../db/database.ts'
import type { Session } from '../db/schema.ts'
import type { HandedMaterial, MessageBody, Plan } from '../messages.ts'
import { newVisit } from './new-visit.ts'
import { planAfter, planFor } from './plan.ts'
import { receiveReading } from './receive.ts'

/** Where the browser says that a message came from. */
export type Place = { origin: string; tab: number }

/** The connectors that may read, and the reader that taught ones need. */
export type Known = { connectors: Connector[]; shown?: ReadShown }

const notHere: Plan = { read: false, responses: [], selectors: [], lookups: [] }

/** A page can only speak for itself: of its own origin, in the tab in which its visit began. */
const isOwn = (place: Place, url: string, session: Session | undefined): boolean =>
  new URL(url).origin === place.origin && (session === undefined || session.tab === place.tab)

const visitOf = ({ tab }: Place, { session: id, url, title }: MessageBody<'openSession'>): Session =>
  newVisit({ id, tab, url, title, openedAt: new Date().toISOString() })

/** Which of the connectors that know the page understood it before, on this device. */
async function understoodBefore(
  db: Database,
  { page }: Session,
  connectors: Connector[],
): Promise<Pick<Session, 'formerly' | 'taughtBefore'>> {
  const named = connectorsFor(page, connectors).filter(({ readAll }) => readAll === undefined)
  const before = await db.sessions.where('page').equals(page).toArray()
  const taught = new Set(before.flatMap((visit) => visit.taught ?? []))
  return {
    formerly: before.some(({ connector, understood }) => understood && named.some(({ id }) => id === connector)),
    taughtBefore: named.flatMap(({ id }) => (taught.has(id) ? [id] : [])),
  }
}

/** Begins a visit. Asked twice (the worker died before it answered), it is still the same visit. */
export async function openVisit(
  db: Database,
  place: Place,
  body: MessageBody<'openSession'>,
  connectors: Connector[] = builtIn,
): Promise<Plan> {
  const known = await db.sessions.get(body.session)
  if (!isOwn(place, body.url, known)) return notHere
  if (!known) {
    const session = visitOf(place, body)
    await db.sessions.put({ ...session, ...(await understoodBefore(db, session, connectors)) })
  }
  return planFor(body.url, connectors)
}

/** Reads all material of a visit at once and writes its drafts in one transaction. Nothing is kept in between. */
export async function receiveMaterial(
  db: Database,
  place: Place,
  body: MessageBody<'submitMaterial'>,
  { connectors, ...readers }: Known = { connectors: builtIn },
): Promise<Plan> {
  const { session } = body
  const known = await db.sessions.get(session)
  if (!isOwn(place, body.material.url, known)) return notHere
  const material = await inText(body.material)
  const reading = readMaterial(material, connectors, newId(), { microsoftProduct, microsoftSku, ...readers })
  const problem = reading.problem ?? (body.refused && reading.found === 0 ? 'SIGNED_OUT' : null) ?? tooLarge(body)
  const visit = known ?? visitOf(place, { session, url: material.url, title: material.title })
  const received = await receiveReading(db, { ...visit, title: material.title }, { ...reading, problem })
  // The content script has all of it still, and asks again.
  if (!received.ok) throw new Error(received.problem.code)
  return planAfter(reading, material.url, connectors)
}

/** A body that the browser has lost meanwhile is left out; what it said is then missing, not wrong. */
async function inText({ responses, ...material }: HandedMaterial): Promise<Material> {
  const read = responses.map(async ({ url, body }) => [
    { url, text: typeof body === 'string' ? body : await body.text() },
  ])
  const texts = await Promise.all(read.map((text) => text.catch(() => [])))
  return { ...material, responses: texts.flat() }
}

const tooLarge = ({ dropped }: { dropped: number }) => (dropped > 0 ? 'CAPTURE_TOO_LARGE' : null)

export async function endVisit(db: Database, place: Place, { session }: MessageBody<'endSession'>): Promise<void> {
  const known = await db.sessions.get(session)
  if (known?.tab === place.tab) await db.sessions.update(session, { endedAt: new Date().toISOString() })
}
