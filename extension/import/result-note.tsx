import type { CapturedType } from '../../shared/model/record-type.ts'
import { t } from '../ui/language.ts'
import { Note, ProblemNote } from '../ui/note.tsx'
import type { TakenBack } from './take-back.ts'
import type { Result } from './use-import.ts'

type Props = { of: Result; type: CapturedType | undefined; onTakeBack: () => void }

/** What was done stays said until the next word about the file, with where it is now and the way back. */
export function ResultNote({ of, type, onTakeBack }: Props) {
  const { rows, left, added, problem: stopped, client, back } = of
  const actions = added.length > 0 ? <Next count={added.length} type={type} onTakeBack={onTakeBack} /> : undefined
  if (back?.problem) return <ProblemNote problem={back.problem} tone="late" actions={actions} />
  if (back) return <BackNote of={back} changed={of.changed} />
  if (stopped)
    return (
      <>
        <ProblemNote problem={stopped} tone="late" actions={actions} />
        {rows > 0 && <p class="soft">{t('import.canceledTitle', rows, client.name)}</p>}
      </>
    )
  if (left > 0)
    return (
      <Note tone="soon" title={t('import.canceledTitle', rows, client.name)} actions={actions}>
        {t('import.canceled', left)}
      </Note>
    )
  return <Note title={t('import.done', rows, client.name)} actions={actions} />
}

function BackNote({ of: { deleted, stayed }, changed }: { of: TakenBack; changed: number }) {
  return (
    <Note title={deleted > 0 ? t('import.takenBack', deleted) : t('import.noneTakenBack')}>
      {deleted > 0 && t('import.againBack')} {stayed > 0 && t('import.touchedStay', stayed)}{' '}
      {changed > 0 && t('import.changedStay')}
    </Note>
  )
}

const places = { subscription: 'inventory', assignment: 'people', charge: 'spend', invoice: 'spend' } as const
const isPlaced = (type: string | undefined): type is keyof typeof places =>
  type !== undefined && Object.hasOwn(places, type)

function Next({ count, type, onTakeBack }: { count: number; type: string | undefined; onTakeBack: () => void }) {
  const place = isPlaced(type) ? places[type] : undefined
  return (
    <>
      {place && (
        <a class="button" href={`#${place}`}>
          {t(`import.open.${place}`)}
        </a>
      )}
      <button type="button" class="button" onClick={onTakeBack}>
        {t('import.takeBack', count)}
      </button>
    </>
  )
}
