import { Archive, FileSpreadsheet, type IconNode } from 'lucide'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import { peopleModeOf } from '../../records/people-mode.ts'
import { formatBytes, formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { t } from '../../ui/language.ts'
import { NoClient } from '../../ui/no-client.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { Watched } from '../../ui/state.tsx'
import { useLive } from '../../ui/use-live.ts'
import type { ListsOf } from './client-workbook.ts'
import { type Held, heldOf } from './held.ts'
import { type Exporting, useExport, type Wish } from './use-export.ts'
import { type Kind, leftOut, peopleWords, progressWords } from './words.ts'

type Client = { id: Uuid; name: string }
type Props = { db: Database; active: Client | null; today: Day; listsOf: ListsOf }

/** The whole client as files: what each is for, what is in them, and what is not. */
export function ExportScreen({ db, active, today, listsOf }: Props) {
  if (!active) return <NoClient>{t('export.noClient')}</NoClient>
  return <OfClient key={active.id} wish={{ db, client: active, today, listsOf }} />
}

function OfClient({ wish }: { wish: Wish }) {
  const { db, client } = wish
  const live = useLive(async () => ({ held: await heldOf(db, client.id), mode: await peopleModeOf(db, client.id) }), [])
  return (
    <div class="export">
      <header>
        <h1>{t('areas.export')}</h1>
        <p class="soft">{t('export.lead', client.name)}</p>
      </header>
      <ul class="export-files">
        <File kind="workbook" icon={FileSpreadsheet} wish={wish} />
        <File kind="archive" icon={Archive} wish={wish} />
      </ul>
      <Watched of={live} rows={8}>
        {({ held, mode }) => (
          <div class="export-about">
            <InIt held={held} />
            <section aria-label={t('export.left.title')}>
              <h2>{t('export.left.title')}</h2>
              <ul class="export-notes">
                <li>
                  {peopleWords(mode)} <a href="#rates">{t('people.changeMode')}</a>
                </li>
                {leftOut('workbook').map((said) => (
                  <li key={said}>{said}</li>
                ))}
                <li>{t('export.one')}</li>
              </ul>
            </section>
          </div>
        )}
      </Watched>
    </div>
  )
}

function File({ kind, icon, wish }: { kind: Kind; icon: IconNode; wish: Wish }) {
  const exporting = useExport(kind, wish)
  const { step, start, cancel } = exporting
  const runs = step.is === 'running'
  return (
    <li class="export-file">
      <Icon of={icon} class="faint" />
      <div class="export-what">
        <h2>{t(`export.${kind}.title`)}</h2>
        <p class="soft">{t(`export.${kind}.why`)}</p>
        <Standing kind={kind} of={exporting} />
      </div>
      {/* One button, so that the focus stays where it was pressed. */}
      <button type="button" class={`button ${runs ? '' : 'main'}`} onClick={runs ? cancel : start}>
        {runs ? t('common.cancel') : t(`export.${kind}.download`)}
      </button>
    </li>
  )
}

/** Its place is kept free, so that nothing moves when it begins. */
function Standing({ kind, of: { step } }: { kind: Kind; of: Exporting }) {
  if (step.is === 'failed') return <ProblemNote problem={step.problem} tone="late" />
  return (
    <div class="export-standing">
      {step.is === 'running' && (
        <progress
          aria-label={t(`export.${kind}.title`)}
          {...(step.progress.all > 0 ? { max: step.progress.all, value: step.progress.done } : {})}
        />
      )}
      {/* Nobody is read a figure that changes many times a second: the bar tells it to who asks. */}
      {step.is === 'running' && <span class="faint">{progressWords(step.progress)}</span>}
      <span role="status" class="faint">
        {step.is === 'saved' && t(`export.${kind}.saved`, step.count, step.name, formatBytes(step.size))}
        {step.is === 'canceled' && t('export.canceled')}
      </span>
    </div>
  )
}

function InIt({ held }: { held: Held[] }) {
  const full = held.filter(({ count }) => count > 0)
  if (full.length === 0)
    return (
      <section aria-label={t('export.inIt')}>
        <h2>{t('export.inIt')}</h2>
        <p class="faint">{t('export.nothing')}</p>
      </section>
    )
  return (
    <section aria-label={t('export.inIt')}>
      <h2>{t('export.inIt')}</h2>
      <dl class="export-held">
        {full.map(({ type, count }) => (
          <div key={type}>
            <dt>{t(`export.sheet.${type}`)}</dt>
            <dd class="number">{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
