import { FileX } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { type Problem, problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { Note, ProblemNote } from '../ui/note.tsx'
import { Ghosts } from '../ui/state.tsx'
import { ChooseFile, type Opened } from './choose-file.tsx'
import { Columns } from './columns.tsx'
import { DryRunList } from './dry-run-list.tsx'
import { HowRead } from './how-read.tsx'
import { Questions } from './questions.tsx'
import { RawRows } from './raw-rows.tsx'
import { ResultNote } from './result-note.tsx'
import { type Reading as Choice, openFile } from './source.ts'
import { type Client, type Place, useImport } from './use-import.ts'
import { WriteBar } from './write-bar.tsx'

type Props = { db: Database; active: Client | null }

export function ImportScreen({ db, active }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null)
  if (!active)
    return (
      <div class="import-notes">
        <Note tone="soon" title={t('common.noActiveClient')}>
          {t('import.noClient')}
        </Note>
      </div>
    )
  if (!opened) return <ChooseFile onOpened={setOpened} />
  return <Importing db={db} client={active} opened={opened} onOpened={setOpened} />
}

type ImportingProps = { db: Database; client: Client; opened: Opened; onOpened: (opened: Opened | null) => void }

function Importing({ db, client, opened, onOpened }: ImportingProps) {
  const { source, bytes, at } = opened
  const [place, setPlace] = useState<Place>({ sheet: source.first })
  const [choice, setChoice] = useState<Choice>({})
  const [failed, setFailed] = useState<Problem | null>(null)
  const of = useImport(db, client, opened, place)
  const { reading, mapping, step, result } = of
  const busy = step.is === 'writing' || step.is === 'deleting'
  useLeaving(busy)

  const reopen = async (over: Choice) => {
    if (!bytes) return
    const wish = { ...choice, ...over }
    const again = await openFile(source.name, bytes, wish)
    setChoice(wish)
    setFailed(again.ok ? null : again.problem)
    setPlace({ sheet: 0 })
    if (again.ok) onOpened({ source: again.value, bytes, at })
  }
  const fromNeeded = of.rows.some(({ records }) => records.some(({ vendor }) => vendor === null))
  return (
    <>
      <div class="import-bar">
        <h1 class="cut" tabIndex={-1} ref={focusIt}>
          {source.kind === 'pasted' ? t('import.pastedName') : source.name}
        </h1>
        <span class="grow" />
        <button type="button" class="button quiet" disabled={busy} onClick={() => onOpened(null)}>
          <Icon of={FileX} /> {t('import.anotherFile')}
        </button>
      </div>
      <div class="import-columns">
        {/* What is said while the earlier words are still being looked up would be replaced by them. */}
        <fieldset class="reading" disabled={busy || of.settling}>
          <legend class="aside">{t('import.howRead')}</legend>
          <HowRead
            opened={opened}
            place={place}
            onPlace={setPlace}
            onReopen={(over) => void reopen(over)}
            of={of}
            fromNeeded={fromNeeded}
          />
          {mapping && <Columns mapping={mapping} plan={of.plan} say={of.say} />}
        </fieldset>
        <div class="run">
          <div class="import-notes">
            {failed && <ProblemNote problem={failed} tone="late" />}
            {step.is === 'failed' && <ProblemNote problem={step.problem} tone="late" />}
            {!reading && step.is !== 'reading' && <ProblemNote problem={problem('IMPORT_NOT_A_TABLE')} tone="late" />}
            {result && !busy && (
              <div role="status" tabIndex={-1} ref={focusIt}>
                <ResultNote of={result} type={mapping?.type} onTakeBack={of.takeBack} />
              </div>
            )}
            {source.written?.strayQuote !== undefined && (
              <Note tone="soon" title={t('import.strayQuote', source.written.strayQuote)}>
                {t('import.strayQuoteText')}
              </Note>
            )}
            <Questions of={of} />
          </div>
          {!mapping && reading && step.is !== 'reading' && !of.settling && <RawRows of={reading} />}
          {(step.is === 'reading' || ((step.is === 'checking' || step.is === 'comparing') && mapping)) && (
            <>
              <p class="faint comparing" role="status">
                {t(`import.progress.${step.is}`, step.all, step.done)}
              </p>
              <Ghosts rows={8} />
            </>
          )}
          {(step.is === 'ready' || busy) && mapping && reading && (
            <DryRunList verdicts={step.verdicts} reading={reading} mapping={mapping} />
          )}
        </div>
      </div>
      {mapping && (
        <WriteBar step={step} client={client.name} blocked={fromNeeded} onWrite={of.write} onCancel={of.cancel} />
      )}
    </>
  )
}

/** What was pressed is gone: the focus goes to what took its place. */
const focusIt = (shown: HTMLElement | null): void => shown?.focus()

/** The browser asks before it closes a page that is writing. */
function useLeaving(busy: boolean): void {
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [busy])
}
