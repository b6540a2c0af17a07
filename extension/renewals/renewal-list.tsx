import { useState } from 'preact/hooks'
import { groupOf, groups, type Line } from '../../shared/inventory/renewal-lines.ts'
import type { Decidable } from '../../shared/inventory/terms/decision-id.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import type { Convert } from '../records/convert.ts'
import { decide, noteSent, type Said } from '../records/decision.ts'
import { DecideDialog } from '../ui/decide-dialog.tsx'
import { choices } from '../ui/decide-words.ts'
import { formatDay } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'
import { PagedList } from '../ui/paged-list.tsx'
import { tell } from '../ui/tell.ts'
import { RenewalRow } from './renewal-row.tsx'
import { GroupWorth, type Wish, worthOf } from './stake.tsx'

type Props = {
  db: Database
  client: Uuid
  today: Day
  /** The one that the address names. */
  of: Uuid | undefined
  lines: Line[]
  dayless: number
  people: string[]
  wish: Wish
  convert: Convert
  onAlerts: () => void
}

/** Everything with a day, by when it is; what is decided is recorded on the spot. */
export function RenewalList(props: Props) {
  const { db, client, today, of, lines, dayless, people, wish, convert, onAlerts } = props
  const [asking, setAsking] = useState<Line | null>(null)
  const decided = async (line: Line, said: Said) => {
    setAsking(null)
    const term = decidable(line)
    if (!term) return
    const undo = () => decide(db, client, term, line.decision ?? null)
    tell(await decide(db, client, term, said), `${line.name}: ${choices[said.choice ?? 'renew']}.`, undo)
  }
  const sent = async (line: Line) => {
    const term = decidable(line)
    if (!term) return
    tell(await noteSent(db, client, term, today), t('common.noticeSentToday', line.name), () =>
      noteSent(db, client, term, null),
    )
  }
  if (lines.length === 0)
    return (
      <div class="state">
        <h2>{t('renewals.emptyTitle')}</h2>
        <p>{dayless > 0 ? t('renewals.dayless', dayless) : t('renewals.empty')}</p>
      </div>
    )
  return (
    <>
      {groups.map((group) => {
        const inGroup = lines.filter((line) => groupOf(line, today) === group)
        return (
          inGroup.length > 0 && (
            <section key={group} class="renewals-group" aria-label={t(`renewals.groups.${group}`)}>
              <h2 class={`renewals-group-title ${group === 'late' ? 'late' : ''}`}>
                {t(`renewals.groups.${group}`)} <span class="badge">{inGroup.length}</span>
                <GroupWorth of={worthOf(inGroup, wish)} />
              </h2>
              <PagedList rows={inGroup} asked={({ id }) => id === of}>
                {(line) => (
                  <RenewalRow
                    key={line.id}
                    of={line}
                    today={today}
                    picked={line.id === of}
                    convert={convert}
                    onDecide={() => setAsking(line)}
                    onSent={() => void sent(line)}
                    onAlerts={onAlerts}
                  />
                )}
              </PagedList>
            </section>
          )
        )
      })}
      {dayless > 0 && <p class="renewals-dayless faint">{t('renewals.dayless', dayless)}</p>}
      {asking && (
        <DecideDialog
          title={t(`renewals.decideOf.${part(asking.happens)}`, asking.name, formatDay(asking.on))}
          today={today}
          former={asking.decision}
          people={people}
          onClose={() => setAsking(null)}
          onDecide={(said) => void decided(asking, said)}
        />
      )}
    </>
  )
}

const decidable = ({ id, term }: Line): Decidable | undefined => term && { subscription: id, termEndsOn: term.endsOn }
