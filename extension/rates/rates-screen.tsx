import { Upload } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { published } from '../../shared/inventory/money/rates.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type Problem, problem as problemOf } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { deleteRecord, undeleteRecord } from '../records/edit.ts'
import { formatCount, formatDay } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { ProblemNote } from '../ui/note.tsx'
import { Watched } from '../ui/state.tsx'
import { tell } from '../ui/tell.ts'
import { toast } from '../ui/toasts.tsx'
import { useLive } from '../ui/use-live.ts'
import { AboutClient, readAbout } from './about-client.tsx'
import { type KnownRate, knownRates, takeEcb } from './take.ts'
import { TypedForm } from './typed-form.tsx'
import { pairsText, takenWords } from './words.ts'

type Client = { id: Uuid; name: string }
type Props = { db: Database; active: Client | null; today: Day }

/** What totals are shown in, and by which rates: from a file of the central bank, or typed. */
export function RatesScreen({ db, active, today }: Props) {
  return (
    <div class="rates">
      <h1>{t('rates.title')}</h1>
      <Known key={active?.id} {...{ db, active, today }} />
    </div>
  )
}

/** The client's words and the rates are read together: the rates stand below, and nothing pushes them down. */
function Known({ db, active, today }: Props) {
  const known = useLive(async () => {
    const { workspace, rates } = await knownRates(db)
    return { workspace, rates, about: active && (await readAbout(db, workspace, active.id)) }
  }, [active?.id])
  return (
    <Watched of={known} rows={8}>
      {({ workspace, rates, about }) => (
        <>
          {active && about ? (
            <AboutClient {...{ db, workspace, about }} client={active} />
          ) : (
            <p class="faint">{t('rates.noClient')}</p>
          )}
          <section aria-label={t('rates.rates')}>
            <h2>{t('rates.rates')}</h2>
            <p class="soft">{t('rates.explain')}</p>
            <File db={db} today={today} />
            <TypedForm db={db} today={today} />
            <Days rates={rates} onRemove={(rate) => void remove(db, workspace, rate)} />
          </section>
        </>
      )}
    </Watched>
  )
}

async function remove(db: Database, workspace: Uuid, { id, on }: KnownRate): Promise<void> {
  const outcome = await deleteRecord(db, workspace, id)
  tell(outcome, t('rates.removed', formatDay(on)), () => undeleteRecord(db, workspace, id))
}

function File({ db, today }: { db: Database; today: Day }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const open = async (file: File | undefined) => {
    if (!file) return
    setProblem(null)
    setBusy(true)
    try {
      const outcome = await takeEcb(db, await file.text(), today)
      if (outcome.ok) toast(takenWords(outcome.value))
      else setProblem(outcome.problem)
    } catch {
      // The file went away between the choice and the reading.
      setProblem(problemOf('RATES_UNKNOWN_FORMAT'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="rates-file">
      {problem && <ProblemNote problem={problem} tone="late" />}
      <button type="button" class="button main" disabled={busy} onClick={() => input.current?.click()}>
        <Icon of={Upload} /> {t('rates.file')}
      </button>
      <span class="faint">{t('rates.fileHint')}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.xml,text/csv,text/xml"
        onChange={(event) => {
          void open(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

/** As many days as a person looks at. */
const shownDays = 20

function Days({ rates, onRemove }: { rates: KnownRate[]; onRemove: (rate: KnownRate) => void }) {
  if (rates.length === 0)
    return (
      <div class="state">
        <h2>{t('rates.empty')}</h2>
        <p>{t('rates.emptyText')}</p>
      </div>
    )
  // What a person typed can be looked at and removed however old it is.
  const shown = rates.filter(({ source }, at) => source !== published || at < shownDays)
  return (
    <>
      <table class="rates-days">
        <thead>
          <tr>
            <th scope="col">{t('rates.on')}</th>
            <th scope="col">{t('rates.base')}</th>
            <th scope="col">{t('rates.currencies')}</th>
            <th scope="col">{t('rates.source')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((rate) => (
            <tr key={rate.id}>
              <td>
                <time dateTime={rate.on}>{formatDay(rate.on)}</time>
              </td>
              <td>{rate.base}</td>
              <td>{currenciesText(rate)}</td>
              <td>{rate.source}</td>
              <td class="number">
                <button
                  type="button"
                  class="button quiet"
                  aria-label={`${t('common.remove')} ${formatDay(rate.on)} ${rate.source}`}
                  onClick={() => onRemove(rate)}
                >
                  {t('common.remove')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rates.length > shown.length && <p class="faint">{t('rates.more', rates.length - shown.length)}</p>}
    </>
  )
}

/** A few are named with their rate; of many only how many there are. */
function currenciesText({ rates }: KnownRate): string {
  const count = Object.keys(rates).length
  return count > 3 ? formatCount(count) : pairsText(rates)
}
