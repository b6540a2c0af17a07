import { useState } from 'preact/hooks'
import type { Said } from '../../../shared/inventory/history.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import { dayOf, formatDay } from '../../ui/format.ts'
import { More } from '../../ui/more.tsx'
import { SourceTag } from '../../ui/source-tag.tsx'
import { labelOf, valueText } from '../../ui/value-text.ts'
import type { EvidenceOf } from '../evidence.ts'
import { calledDevice } from './decisions-section.tsx'
import { words } from './words.ts'

const page = 40

type Props = { of: Said[]; device: Uuid | undefined; evidence: EvidenceOf }

/** Every value that was seen or entered, the newest first. Nothing in it is ever overwritten. */
export function HistorySection({ of, device, evidence }: Props) {
  const [field, setField] = useState('')
  const [limit, setLimit] = useState(page)
  const chosen = field === '' ? of : of.filter((said) => said.field === field)
  const fields = [...new Set(of.map((said) => said.field))]
    .map((name) => ({ name, label: labelOf('subscription', name) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <section aria-label={words.history}>
      <header class="section-head">
        <h2>{words.history}</h2>
        <span />
        <label class="history-of">
          <span class="aside">{words.historyOf}</span>
          <select
            class="field-input compact"
            value={field}
            onChange={(event) => {
              setField(event.currentTarget.value)
              setLimit(page)
            }}
          >
            <option value="">{words.everyField}</option>
            {fields.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </header>
      {of.length === 0 && <p class="soft">{words.nothingYet}</p>}
      <ol class="history">
        {chosen.slice(0, limit).map((said) => (
          <HistoryRow key={keyOf(said)} of={said} device={device} evidence={evidence} />
        ))}
      </ol>
      {limit < chosen.length && <More key={limit} onSeen={() => setLimit(limit + page)} />}
      <p class="faint history-note">{words.historyNote}</p>
    </section>
  )
}

const keyOf = ({ field, at, by, is, value }: Said): string =>
  [field, at, by.kind === 'capture' ? by.observation : by.device, is, JSON.stringify(value)].join(' ')

function HistoryRow({ of: said, device, evidence }: { of: Said } & Omit<Props, 'of'>) {
  const { field, value, at, until, times, by, is } = said
  const label = labelOf('subscription', field)
  const [first, last] = [dayOf(new Date(at)), dayOf(new Date(until))]
  return (
    <li class={`said ${is}`}>
      <time dateTime={at} class="number faint">
        {formatDay(first)}
      </time>
      <span>{label}</span>
      <span class="said-value">
        {value === null ? (
          <span class="not-shown">{words.takenBack}</span>
        ) : (
          <span class="is">{valueText('subscription', field, value)}</span>
        )}{' '}
        {words.is[is] !== '' && <span class={`badge ${badges[is]}`}>{words.is[is]}</span>}
      </span>
      <span class="faint said-by">
        {by.kind === 'person' ? (
          calledDevice(by.device, device)
        ) : (
          <SourceTag of={{ source: by.source, at: until }} what={label} load={() => evidence(by.observation, field)} />
        )}
        {times > 1 && <span> {words.seenTimes(times, formatDay(last))}</span>}
      </span>
    </li>
  )
}

const badges: Record<Said['is'], string> = {
  stands: 'proven',
  shown: '',
  former: '',
  contested: 'soon',
  'not-taken': '',
  refused: 'late',
}
