import type { ComponentChildren } from 'preact'
import { fieldOf } from '../../shared/inventory/fold.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { isOfWorkspace } from '../../shared/model/record-type.ts'
import type { Database } from '../db/database.ts'
import { formatInstant } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'
import { Note, ProblemNote } from '../ui/note.tsx'
import { tell } from '../ui/tell.ts'
import { useLive, valueOr } from '../ui/use-live.ts'
import { labelOf, valueText } from '../ui/value-text.ts'
import { type Attention, attentionOf } from './attention.ts'
import { TwoValues } from './two-values.tsx'

type Props = { db: Database; client: Uuid }
/** Those of the whole client, or those about a few records. */
type ListProps = Props & { about?: ReadonlySet<Uuid>; children?: ComponentChildren }

/**
 * Conflicts with both values, and changes that the server refused; nothing where there is none. What stands below comes
 * when it is known how much stands above.
 */
export function AttentionList({ db, client, about, children }: ListProps) {
  const live = useLive(() => attentionOf(db, client), [db, client])
  if (live.state === 'loading') return null
  const waiting = valueOr(live, []).filter(({ rec }) => about?.has(rec) ?? true)
  return (
    <>
      {waiting.length > 0 && (
        <section class="attention" aria-label={t('inventory.attention.title')}>
          {waiting.map((one) => (
            <One key={one.is === 'refused' ? one.op : one.conflict.id} one={one} db={db} client={client} />
          ))}
        </section>
      )}
      {children}
    </>
  )
}

function One({ one, db, client }: Props & { one: Attention }) {
  if (one.is === 'refused') return <ProblemNote problem={one.problem} about={one.title} />
  if (one.is === 'hidden')
    return (
      <Note tone="soon" title={one.title || t('inventory.attention.unnamed')}>
        {t('inventory.attention.hiddenValues')}
      </Note>
    )
  if (one.is === 'choice') return <Choice one={one} db={db} client={client} />
  return <Told one={one} db={db} client={client} />
}

/** A word on the whole record: that it lives, or that it does not. Either one settles it. */
function Told({ one: { conflict, title, deleted }, db, client }: Props & { one: Extract<Attention, { is: 'told' }> }) {
  const name = title || t('inventory.attention.unnamed')
  const say = async (lives: boolean) => {
    const { deleteRecord, undeleteRecord } = await import('../records/edit.ts')
    const word = (lives: boolean) => (lives ? undeleteRecord : deleteRecord)(db, client, conflict.rec)
    // Where it stays as it was, nothing is to be taken back.
    if (lives !== deleted) tell(await word(lives), t(`inventory.attention.${lives ? 'stays' : 'staysDeleted'}`, name))
    else tell(await word(lives), t(`inventory.page.${lives ? 'broughtBack' : 'deletedNow'}`, name), () => word(!lives))
  }
  return (
    <Note
      tone="soon"
      title={name}
      actions={
        <>
          <button type="button" class="button" onClick={() => void say(true)}>
            {deleted ? t('inventory.bringBack') : t('inventory.attention.keepIt')}
          </button>
          <button type="button" class="button" onClick={() => void say(false)}>
            {deleted ? t('inventory.attention.leaveDeleted') : t('inventory.attention.deleteIt')}
          </button>
        </>
      }
    >
      {t(`inventory.attention.reason.${part(conflict.reason)}`)}{' '}
      {t('inventory.attention.saidAt', formatInstant(conflict.at, new Date()))}
    </Note>
  )
}

function Choice({ one, db, client }: Props & { one: Extract<Attention, { is: 'choice' }> }) {
  const { record, field, theirs, conflict } = one
  const mine = fieldOf(record, field)
  if (mine === undefined || isOfWorkspace(record.type)) return null
  const { type } = record
  // Choosing either is a word said after the conflict was seen: the server then takes it as settled.
  const choose = async (value: FieldValue, said: string) => {
    const { editField, restoreField } = await import('../records/edit.ts')
    const former = record.edits[field]
    const undo = () => restoreField(db, client, record.id, field, former)
    tell(await editField(db, client, record.id, field, value), said, undo)
  }
  const [standing, other] = [valueText(type, field, mine.value), valueText(type, field, theirs)]
  const label = labelOf(type, field)
  return (
    <TwoValues
      title={t('inventory.attention.twoValues', one.title, label)}
      sides={[
        {
          whose: t('inventory.attention.standing'),
          value: standing,
          said: formatInstant(mine.at, new Date()),
          choose: t('inventory.attention.keep', standing),
          onChoose: () => void choose(mine.value, t('inventory.page.conflict.kept', label, standing)),
        },
        {
          whose: t('inventory.attention.theirs'),
          value: other,
          said: `${t('inventory.page.colleague')}, ${formatInstant(conflict.at, new Date())}`,
          choose: t('inventory.attention.take', other),
          onChoose: () => void choose(theirs, t('inventory.page.saved', label, other)),
        },
      ]}
    />
  )
}
