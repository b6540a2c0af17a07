import { ChevronDown, Lightbulb } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import { markOf } from '../../db/derived.ts'
import type { TopFinding, TopFindings } from '../../messages.ts'
import { findingAddress } from '../../ui/finding-address.ts'
import { sentenceOf } from '../../ui/finding-words.ts'
import { formatDay, formatMoney } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { t } from '../../ui/language.ts'
import { useLive, valueOr } from '../../ui/use-live.ts'
import { askTopFindings } from './top-findings.ts'

const all = '/app.html#findings'

type Props = {
  db: Database
  client: Uuid
  today: Day
  /** The popup has painted what it is opened for: the worker reads the same database. */
  listed: boolean
}

/** What is worth acting on, in one line that is always there; opened, the first of it. Until it is known, the way to it. */
export function FindingLine({ db, client, today, listed }: Props) {
  const build = browser.runtime.getManifest().version
  const mark = valueOr(
    useLive(() => markOf(db, { client, today, build }), [db, client, today]),
    undefined,
  )
  const [answer, setAnswer] = useState<{ found: TopFindings | undefined; mark: string }>()
  // What was found before something was accepted is not said of what is there now.
  const top = answer?.mark === mark ? answer?.found : undefined
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!listed || mark === undefined) return
    let stays = true
    const waiting = requestIdleCallback(
      () => void askTopFindings(client, today).then((found) => stays && setAnswer({ found, mark })),
    )
    return () => {
      stays = false
      cancelIdleCallback(waiting)
    }
  }, [client, today, listed, mark])
  if (!top || top.first.length === 0)
    return (
      <section class="due" aria-label={t('popup.findings')}>
        <a class="row due-line findings-link" href={all} target="_blank" rel="noreferrer">
          <Icon of={Lightbulb} />
          <span class="cut">{top ? t('popup.noFindings') : t('popup.findings')}</span>
        </a>
      </section>
    )
  return (
    <section class="due" aria-label={t('popup.findings')}>
      <button type="button" class="row due-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={Lightbulb} />
        <span class="cut strong">{t('popup.findingCount', top.count)}</span>
        {top.sums.length > 0 && (
          <span class="cut faint">{t('popup.saves', top.sums.map((sum) => formatMoney(sum)).join(' + '))}</span>
        )}
        <Icon of={ChevronDown} class="chevron" />
      </button>
      {open && (
        <ul class="top-findings">
          {top.first.map((finding) => (
            <First key={finding.key} of={finding} />
          ))}
          <li>
            <a href={all} target="_blank" rel="noreferrer">
              {t('popup.allFindings')}
            </a>
          </li>
        </ul>
      )}
    </section>
  )
}

function First({ of }: { of: TopFinding }) {
  const { subscription, saving, on } = of
  const place = subscription === undefined ? findingAddress(of.key) : `/app.html#inventory/${subscription}`
  return (
    <li>
      <a class="cut" href={place} target="_blank" rel="noreferrer" title={sentenceOf(of)}>
        {sentenceOf(of)}
      </a>
      <span class="faint">
        {saving ? formatMoney(saving.yearly) : on !== undefined && <time dateTime={on}>{formatDay(on)}</time>}
      </span>
    </li>
  )
}
