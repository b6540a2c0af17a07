import { CalendarClock, ChevronDown } from 'lucide'
import { useState } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import { DayWords, urgencyOf } from '../ui/day-words.tsx'
import { formatCount } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { part, t } from '../ui/language.ts'
import { NotRead } from '../ui/state.tsx'
import type { Live } from '../ui/use-live.ts'
import type { Due } from './due.ts'
import { nothingDue } from './words.ts'

type Props = { due: Live<{ due: Due[]; known: number }>; today: Day }

/** What is due, in one line that is always there; opened, all of it by date. */
export function DueLine({ due, today }: Props) {
  const [open, setOpen] = useState(false)
  if (due.state === 'failed') return <NotRead {...due} />
  const all = due.state === 'ready' ? due.value.due : []
  const [first, ...others] = all
  if (!first)
    return (
      <section class="due" aria-label={t('inventory.dueSoon')}>
        <p class="row due-line faint">
          <Icon of={CalendarClock} />
          {due.state === 'ready' && <span class="cut">{nothingDue(due.value.known)}</span>}
        </p>
      </section>
    )
  return (
    <section class="due" aria-label={t('inventory.dueSoon')}>
      <button type="button" class="row due-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={CalendarClock} class={`tone-${urgencyOf(first.on, today, first.how)}`} />
        <span class="cut strong">{open ? t('inventory.dueCount', all.length) : first.name}</span>
        {!open && first.how === 'cancel-by' && <span class="faint">{t('inventory.how.cancel_by')}</span>}
        {!open && <DayWords day={first.on} today={today} tone={urgencyOf(first.on, today, first.how)} />}
        {!open && others.length > 0 && <span class="badge">+{formatCount(others.length)}</span>}
        <Icon of={ChevronDown} class="chevron" />
      </button>
      {open && (
        <ol class="due-list">
          {all.map((one) => (
            <li key={one.id} class="row">
              <span class="cut">
                {one.name} <span class="faint">{one.vendor}</span>
              </span>
              <span class="faint">{t(`inventory.how.${part(one.how)}`)}</span>
              <DayWords day={one.on} today={today} tone={urgencyOf(one.on, today, one.how)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
