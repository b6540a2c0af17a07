import { useState } from 'preact/hooks'
import type { Said } from '../../../shared/inventory/history.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import { dayOf, formatDay } from '../../ui/format.ts'
import { part, t } from '../../ui/language.ts'
import { More } from '../../ui/more.tsx'
import { SourceTag } from '../../ui/source-tag.tsx'
import { labelOf, valueText } from '../../ui/value-text.ts'
import type { EvidenceOf } from '../evidence.ts'
import { calledDevice } from './decisions-section.tsx'

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
    <section aria-label={t('inventory.page.history.title')}>
      <header class="section-head">
        <h2>{t('inventory.page.history.title')}</h2>
        <span />
        <label class="history-of">
          <span class="aside">{t('inventory.page.history.field')}</span>
          <select
            class="field-input compact"
            value={field}
            onChange={(event) => {
              setField(event.currentTarget.value)
              setLimit(page)
            }}
          >
            <option value="">{t('inventory.page.history.everyField')}</option>
            {fields.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </header>
      {of.length === 0 && <p class="soft">{t('inventory.page.history.none')}</p>}
      <ol class="history">
        {chosen.slice(0, limit).map((said) => (
          <HistoryRow key={keyOf(said)} of={said} device={device} evidence={evidence} />
        ))}
      </ol>
      {limit < chosen.length && <More key={limit} onSeen={() => setLimit(limit + page)} />}
      <p class="faint history-note">{t('inventory.page.history.note')}</p>
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
          <span class="not-shown">{t('inventory.page.history.takenBack')}</span>
        ) : (
          <span class="is">{valueText('subscription', field, value)}</span>
        )}{' '}
        {is !== 'former' && <span class={`badge ${badges[is]}`}>{t(`inventory.page.history.is.${part(is)}`)}</span>}
      </span>
      <span class="faint said-by">
        {by.kind === 'person' ? (
          calledDevice(by.device, device)
        ) : (
          <SourceTag of={{ source: by.source, at: until }} what={label} load={() => evidence(by.observation, field)} />
        )}
        {times > 1 && <span> {t('inventory.page.history.seenTimes', times, formatDay(last))}</span>}
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
