import { useMemo, useState } from 'preact/hooks'
import type { Judged } from '../../shared/inventory/findings/judged.ts'
import { groups, ranked, savingTotal } from '../../shared/inventory/findings/ranked.ts'
import type { Decidable } from '../../shared/inventory/terms/decision-id.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { DownloadMenu } from '../export/download-menu.tsx'
import { convertFor } from '../records/convert.ts'
import { decide, noteSent, type Said } from '../records/decision.ts'
import { followedWhole } from '../records/followed-whole.ts'
import type { Whole } from '../records/whole.ts'
import { DecideDialog } from '../ui/decide-dialog.tsx'
import { choices } from '../ui/decide-words.ts'
import { sentenceOf } from '../ui/finding-words.ts'
import { formatCount, formatDay, formatMoney } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { NoClient } from '../ui/no-client.tsx'
import { Note } from '../ui/note.tsx'
import { PagedList } from '../ui/paged-list.tsx'
import { Watched } from '../ui/state.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { tell } from '../ui/tell.ts'
import { useLive } from '../ui/use-live.ts'
import { DismissDialog } from './dismiss-dialog.tsx'
import { findingFile } from './finding-file.ts'
import { type FindingActs, FindingRow } from './finding-row.tsx'
import { judge, type Word } from './judge.ts'

type Props = {
  db: Database
  active: { id: Uuid; name: string } | null
  today: Day
  /** The key of the finding that the address names. */
  part: string | undefined
}

/** What is worth acting on at the active client: by day, by money, and what to look at. */
export function FindingsScreen({ db, active, today, part }: Props) {
  if (!active) return <NoClient>{t('findings.noClient')}</NoClient>
  return <OfClient key={active.id} db={db} client={active.id} today={today} asked={part} />
}

type OfClientProps = { db: Database; client: Uuid; today: Day; asked: string | undefined }

function OfClient({ db, client, today, asked }: OfClientProps) {
  const live = useLive(() => followedWhole(db, client, today), [client, today])
  return (
    <Watched of={live} rows={10}>
      {(whole) => <Findings key={asked} {...{ db, client, today, asked, whole }} />}
    </Watched>
  )
}

type Status = Judged['status']
type FindingsProps = OfClientProps & { whole: Whole }

function Findings({ db, client, today, asked, whole }: FindingsProps) {
  const { inventory, client: about, rates } = whole
  const [asking, setAsking] = useState<{ is: 'dismiss' | 'decide'; finding: Judged } | null>(null)
  const all = useMemo(() => inventory.findings(), [whole])
  // As it was found when the address was followed: what goes later was dealt with here.
  const [isGone] = useState(() => asked !== undefined && !all.some(({ key }) => key === asked))
  const [status, setStatus] = useState<Status>(() => all.find(({ key }) => key === asked)?.status ?? 'open')
  const shown = useMemo(() => all.filter((finding) => finding.status === status), [all, status])
  const wish = { currency: about.currency, rates, today }
  const byGroup = useMemo(() => ranked(shown, wish), [shown])
  const saving = useMemo(() => savingTotal(all, wish), [all])
  const terms = useMemo(() => termsOf(inventory), [whole])
  const pages = useMemo(() => pagesOf(inventory), [whole])
  const say = async (finding: Judged, word: Word, said: string) =>
    tell(await judge(db, client, finding.key, word), said, () => judge(db, client, finding.key, formerWord(finding)))
  const termOf: FindingActs['termOf'] = ({ records: [subscription] }) => terms.get(subscription ?? '')
  const acts: FindingActs = {
    convert: convertFor({ client: about, rates }, today),
    accept: (finding) => void say(finding, { status: 'accepted' }, t('findings.accepted')),
    reopen: (finding) => void say(finding, { status: 'open' }, t('findings.reopened')),
    dismiss: (finding) => setAsking({ is: 'dismiss', finding }),
    decide: (finding) => setAsking({ is: 'decide', finding }),
    termOf,
    subscriptionOf: ({ records }) => records.map((id) => pages.get(id)).find(Boolean),
    sent: async (finding) => {
      const term = termOf(finding)
      if (!term) return
      const undo = () => noteSent(db, client, term, null)
      tell(await noteSent(db, client, term, today), t('common.noticeSentToday', finding.product ?? ''), undo)
    },
  }
  const decided = async (finding: Judged, decision: Said) => {
    setAsking(null)
    const term = termOf(finding)
    if (!term) return
    const undo = () => decide(db, client, term, null)
    const said = `${finding.product ?? ''}: ${choices[decision.choice ?? 'renew']}`
    tell(await decide(db, client, term, decision), said, undo)
  }
  const tabs = (['open', 'accepted', 'dismissed'] as const).map((id) => ({
    id,
    name: `${t(`findings.tabs.${id}`)} ${formatCount(all.filter((finding) => finding.status === id).length)}`,
  }))
  return (
    <>
      <header class="area-head">
        <h1>{t('areas.findings')}</h1>
        <Saving of={saving} overlaps={overlapsIn(all)} />
        <span class="grow" />
        {shown.length > 0 && (
          <DownloadMenu
            client={about.name}
            today={today}
            list={() =>
              findingFile(
                groups.flatMap((group) => byGroup[group]),
                acts.convert,
              )
            }
          />
        )}
      </header>
      {isGone && <Note title={t('findings.goneTitle')}>{t('findings.gone')}</Note>}
      <Tabs label={t('findings.list')} tabs={tabs} selected={status} onSelect={setStatus}>
        {shown.length === 0 && <Empty status={status} />}
        {groups.map(
          (group) =>
            byGroup[group].length > 0 && (
              <section key={`${status} ${group}`} class="findings-group" aria-label={t(`findings.groups.${group}`)}>
                <h2>
                  {t(`findings.groups.${group}`)} <span class="badge">{byGroup[group].length}</span>
                </h2>
                <PagedList rows={byGroup[group]} asked={({ key }) => key === asked}>
                  {(finding) => (
                    <FindingRow
                      key={finding.key}
                      of={finding}
                      today={today}
                      picked={finding.key === asked}
                      acts={acts}
                    />
                  )}
                </PagedList>
              </section>
            ),
        )}
      </Tabs>
      {asking?.is === 'dismiss' && (
        <DismissDialog
          of={asking.finding}
          today={today}
          onClose={() => setAsking(null)}
          onDismiss={(word) => {
            setAsking(null)
            void say(
              asking.finding,
              word,
              word.until === undefined ? t('findings.dismissed') : t('findings.dismissedUntil', formatDay(word.until)),
            )
          }}
        />
      )}
      {asking?.is === 'decide' && (
        <DecideDialog
          title={sentenceOf(asking.finding)}
          today={today}
          people={about.lead === undefined ? [] : [about.lead]}
          onClose={() => setAsking(null)}
          onDecide={(decision) => void decided(asking.finding, decision)}
        />
      )}
    </>
  )
}

/** What was said before, so that it can be said again. */
const formerWord = ({ status, said, until }: Judged): Word => ({
  status,
  ...(said === undefined ? {} : { reason: said }),
  ...(until === undefined ? {} : { until }),
})

const termsOf = (inventory: Whole['inventory']): Map<Uuid, Decidable> =>
  new Map(
    inventory.entitlements.flatMap(({ renewals }) =>
      [...renewals].map(([subscription, { endsOn }]) => [subscription, { subscription, termEndsOn: endsOn }] as const),
    ),
  )

/** Whose page tells of a record: a subscription's own, and of a seat the one that it is a seat of. */
const pagesOf = (inventory: Whole['inventory']): Map<Uuid, Uuid> =>
  new Map(
    inventory.entitlements.flatMap(({ entitlement: { pool, purchases, assignments } }) => {
      const page = (pool ?? purchases[0])?.id ?? ''
      return [
        ...assignments.map(({ id }) => [id, page] as const),
        ...purchases.map(({ id }) => [id, id] as const),
        [page, page] as const,
      ]
    }),
  )

/** Those that have an amount of their own, which is in no sum: it counts seats that others count too. */
const overlapsIn = (all: Judged[]): number =>
  all.filter(({ kind, status, saving }) => kind === 'overlap' && status === 'open' && saving !== undefined).length

type SavingProps = { of: ReturnType<typeof savingTotal>; overlaps: number }

function Saving({ of: { minor, currency, leftOut, leftOutSums }, overlaps }: SavingProps) {
  // Without a currency of the client, each sum stands in its own.
  const sums = currency === null ? leftOutSums : minor === 0n ? [] : [{ minor, currency }]
  if (sums.length === 0 && leftOut.length === 0) return null
  const amounts = sums.map((sum) => formatMoney({ minor: Number(sum.minor), currency: sum.currency })).join(' + ')
  return (
    <p>
      {sums.length > 0 && <strong class="number">{t('findings.total', amounts)}</strong>}
      {sums.length > 0 && overlaps > 0 && <span class="faint"> {t('findings.overlaps', overlaps)}</span>}
      {currency !== null && leftOut.length > 0 && <span class="faint"> {t('findings.leftOut', leftOut.length)}</span>}
    </p>
  )
}

const Empty = ({ status }: { status: Status }) => (
  <div class="state">
    <h2>{t(`findings.empty.${status}.title`)}</h2>
    <p>{t(`findings.empty.${status}.text`)}</p>
    {status === 'open' && (
      <a class="button" href="#import">
        {t('common.importFile')}
      </a>
    )}
  </div>
)
