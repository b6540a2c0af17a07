import type { Assessed } from '../../../shared/inventory/findings/context.ts'
import type { Judged } from '../../../shared/inventory/findings/judged.ts'
import { peopleModeOf } from '../../../shared/inventory/people/mode.ts'
import { decisionsBySubscription } from '../../../shared/inventory/terms/facts.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import { deleteRecord, undeleteRecord } from '../../records/edit.ts'
import type { Whole } from '../../records/whole.ts'
import { findingAddress } from '../../ui/finding-address.ts'
import { sentenceOf } from '../../ui/finding-words.ts'
import { t } from '../../ui/language.ts'
import { Note } from '../../ui/note.tsx'
import { Ghosts, NotRead } from '../../ui/state.tsx'
import { tell } from '../../ui/tell.ts'
import { useLive } from '../../ui/use-live.ts'
import { AttentionList } from '../attention-list.tsx'
import { entriesFor } from '../entries.ts'
import { evidenceFrom } from '../evidence.ts'
import { Conflicts } from './conflicts.tsx'
import { DecisionsSection } from './decisions-section.tsx'
import { DetailsSection } from './details-section.tsx'
import { type Dossier, dossierOf } from './dossier.ts'
import { Head } from './head.tsx'
import { HistorySection } from './history-section.tsx'
import { LotsSection } from './lots-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PositionSection } from './position.tsx'
import { PricesSection } from './prices-section.tsx'
import { TermsSection } from './terms-section.tsx'

type Props = { db: Database; client: Uuid; id: Uuid; whole: Whole; today: Day }

/** Everything known of one subscription, seen and edited in one place. */
export function SubscriptionPage({ db, client, id, whole, today }: Props) {
  const live = useLive(() => dossierOf(db, client, id), [client, id])
  if (live.state === 'loading') return <Ghosts rows={10} />
  if (live.state === 'failed') return <NotRead {...live} />
  const dossier = live.value
  if (!dossier) return <Gone title={t('inventory.page.gone')}>{t('inventory.page.goneText')}</Gone>
  const assessed = entitlementWith(whole, id)
  // A moment after it came back, the whole inventory is still being worked out.
  if (dossier.record.deleted !== 0 || !assessed) return <Deleted db={db} client={client} dossier={dossier} />
  return (
    <Everything db={db} client={client} id={id} whole={whole} today={today} dossier={dossier} assessed={assessed} />
  )
}

const entitlementWith = ({ inventory }: Whole, id: Uuid): Assessed | undefined =>
  inventory.entitlements.find(({ entitlement: { pool, purchases } }) =>
    [...(pool ? [pool] : []), ...purchases].some((one) => one.id === id),
  )

function Gone({ title, children }: { title: string; children: string }) {
  return (
    <Note title={title} actions={<a href="#inventory">{t('areas.inventory')}</a>}>
      {children}
    </Note>
  )
}

const nameIn = ({ record }: Dossier): string => {
  const value = (record.edits.product?.value ?? record.cells.product?.value) || record.vendor
  return typeof value === 'string' ? value : record.vendor
}

function Deleted({ db, client, dossier }: { db: Database; client: Uuid; dossier: Dossier }) {
  const { id, deleted } = dossier.record
  if (deleted === 0) return <Ghosts rows={10} />
  const name = nameIn(dossier)
  const back = async () =>
    tell(await undeleteRecord(db, client, id), t('inventory.page.broughtBack', name), () =>
      deleteRecord(db, client, id),
    )
  return (
    <Note
      tone="soon"
      title={t('inventory.page.deleted', name)}
      actions={
        <button type="button" class="button" onClick={() => void back()}>
          {t('inventory.bringBack')}
        </button>
      }
    >
      {t('inventory.page.deletedText')}
    </Note>
  )
}

function Everything(props: Props & { dossier: Dossier; assessed: Assessed }) {
  const { db, client, id, whole, today, dossier, assessed } = props
  const { inventory, client: about } = whole
  const { record, mode, device } = dossier
  const { pool, purchases, lots } = assessed.entitlement
  const belief = [...(pool ? [pool] : []), ...purchases].find((one) => one.id === id)
  const entries = entriesFor(whole, today)(assessed)
  const entry = entries.find((one) => one.id === id)
  if (!belief || !entry) return null
  const evidence = evidenceFrom(db, client)
  const edit = { db, client, record, mode, evidence }
  const own = lots.filter(({ values }) => values.subscription === id)
  const around = {
    decisions: decisionsBySubscription(inventory.beliefs.decision).get(id),
    holidays: new Set(about.holidays ?? []),
  }
  const findings = inventory
    .findings()
    .filter((finding) => finding.status !== 'dismissed' && isAbout(finding, assessed, id))
  const remove = async () => {
    const name = nameIn(dossier)
    tell(await deleteRecord(db, client, id), t('inventory.page.deletedNow', name), () => undeleteRecord(db, client, id))
  }
  return (
    <div class="one">
      <Head of={entry} today={today} />
      <div class="one-conflicts">
        <Conflicts edit={edit} device={device} />
      </div>
      <AttentionList db={db} client={client} about={new Set([id, ...own.map((lot) => lot.id)])}>
        <div class="one-columns">
          <div class="one-main">
            {findings.length > 0 && <Findings of={findings} />}
            <PositionSection assessed={assessed} inventory={inventory} today={today} edit={edit} />
            <TermsSection of={belief} around={around} today={today} edit={edit} />
            <DecisionsSection of={dossier.decisions} subscription={id} device={device} />
            <LotsSection
              of={{ db, client, subscription: id }}
              lots={own}
              purchased={belief.values.seatsPurchased}
              currency={about.currency ?? ''}
              today={today}
            />
            <PricesSection points={dossier.prices} device={device} now={new Date().toISOString()} />
            <PeopleSection
              db={db}
              client={client}
              assessed={assessed}
              inventory={inventory}
              mode={peopleModeOf(about)}
            />
            <HistorySection of={dossier.history} device={device} evidence={evidence} />
          </div>
          <DetailsSection edit={edit} entry={entry} siblings={entries} onDelete={() => void remove()} />
        </div>
      </AttentionList>
    </div>
  )
}

/** A finding of a person's seat of it is about it too. */
function isAbout({ subject, records }: Judged, { entitlement }: Assessed, id: Uuid): boolean {
  if (subject === entitlement.key || records.includes(id)) return true
  const seats = new Set(entitlement.assignments.map((seat) => seat.id))
  return records.some((record) => seats.has(record))
}

function Findings({ of }: { of: Judged[] }) {
  return (
    <section aria-label={t('inventory.page.findings')}>
      <h2>{t('inventory.page.findings')}</h2>
      <ul class="one-findings">
        {of.map((finding) => (
          <li key={finding.key}>
            <a href={findingAddress(finding.key)}>{sentenceOf(finding)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
