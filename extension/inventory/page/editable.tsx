import { Pencil, RotateCcw } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { type FieldBelief, fieldOf } from '../../../shared/inventory/fold.ts'
import { isShownAsIs } from '../../../shared/inventory/people/masked.ts'
import type { PeopleMode } from '../../../shared/model/client.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { FieldValue } from '../../../shared/model/observation.ts'
import type { Database } from '../../db/database.ts'
import type { StoredRecord } from '../../db/schema.ts'
import { editField, restoreField } from '../../records/edit.ts'
import { FieldEditor } from '../../ui/field-editor.tsx'
import { fieldWords } from '../../ui/field-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { t } from '../../ui/language.ts'
import { tell } from '../../ui/tell.ts'
import { labelOf, valueText } from '../../ui/value-text.ts'
import type { EvidenceOf } from '../evidence.ts'
import { SourceOf } from '../source-of.tsx'

export type EditContext = { db: Database; client: Uuid; record: StoredRecord; mode: PeopleMode; evidence: EvidenceOf }

/** A person's word on a field, or null to take it back. Undo restores the former one exactly. */
export async function writeField(
  { db, client, record }: EditContext,
  field: string,
  value: FieldValue | null,
  said: string,
): Promise<void> {
  const former = record.edits[field]
  const undo = () => restoreField(db, client, record.id, field, former)
  tell(await editField(db, client, record.id, field, value), said, undo)
}

/** One field of the subscription: what it is, where that is from, and the way to say it better. What names somebody is told where people are named. */
export function Editable(props: EditContext & { field: string }) {
  return isShownAsIs('subscription', props.field, props.mode) ? <Fact {...props} /> : null
}

function Fact({ field, ...context }: EditContext & { field: string }) {
  const { record } = context
  const [open, setOpen] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const label = labelOf('subscription', field)
  const belief = fieldOf(record, field)
  const write = (value: FieldValue | null, said: string) => writeField(context, field, value, said)
  const leave = () => {
    setOpen(false)
    // The button is there again only after this has been painted.
    requestAnimationFrame(() => pencil.current?.focus())
  }
  return (
    <div class="fact">
      <dt>{label}</dt>
      {open ? (
        <dd>
          <Editor
            field={field}
            value={belief?.value}
            onLeave={leave}
            onSave={(value) => {
              leave()
              void write(value, t('inventory.page.saved', label, valueText('subscription', field, value)))
            }}
          />
        </dd>
      ) : (
        <dd>
          <Value of={belief} field={field} label={label} evidence={context.evidence} />
          <span class="fact-acts">
            {belief?.by === 'person' && (
              <button
                type="button"
                class="button quiet square"
                title={t('inventory.page.takeBack')}
                aria-label={t('inventory.page.takeBackOf', label)}
                onClick={() => void write(null, t('inventory.page.tookBack', label))}
              >
                <Icon of={RotateCcw} />
              </button>
            )}
            <button
              ref={pencil}
              type="button"
              class="button quiet square"
              title={t('common.edit')}
              aria-label={t('inventory.page.editOf', label)}
              onClick={() => setOpen(true)}
            >
              <Icon of={Pencil} />
            </button>
          </span>
        </dd>
      )}
      {!open && belief?.conflict && <dd class="fact-conflict tone-soon">{t('inventory.page.conflict.short')}</dd>}
    </div>
  )
}

type ValueProps = { of: FieldBelief | undefined; field: string; label: string; evidence: EvidenceOf }

function Value({ of, field, label, evidence }: ValueProps) {
  if (!of) return <span class="not-shown">{t('common.notShown')}</span>
  return (
    <span class="fact-value">
      {valueText('subscription', field, of.value)} <SourceOf of={of} field={field} what={label} evidence={evidence} />
    </span>
  )
}

type EditorProps = {
  field: string
  value: FieldValue | undefined
  onLeave: () => void
  onSave: (value: FieldValue) => void
}

function Editor({ field, value: before, onLeave, onSave }: EditorProps) {
  const definition = fieldWords.subscription[field]
  // The period's input begins with a month, so that Enter alone says a month.
  const isTime = definition?.kind === 'period' || definition?.kind === 'length'
  const first: FieldValue | undefined = isTime ? { count: 1, unit: 'month' } : undefined
  if (!definition) return null
  return <FieldEditor words={definition} value={before ?? first} onSave={onSave} onLeave={onLeave} />
}
