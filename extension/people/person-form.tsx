import { useState } from 'preact/hooks'
import type { PersonView } from '../../shared/inventory/people/persons.ts'
import { PersonKind } from '../../shared/model/person.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { t } from '../ui/language.ts'
import { tell } from '../ui/tell.ts'
import { addressesIn } from './addresses.ts'
import type { Known } from './people.ts'
import { say } from './state.ts'

type Props = Known & { view: PersonView | undefined; onClose: () => void }

const days = ['startsOn', 'endsOn'] as const

/** What people say of somebody. A field that is emptied is taken back. */
export function PersonForm({ db, client, view, onClose }: Props) {
  const said = view?.stated?.values
  const [fields, setFields] = useState({
    name: said?.name ?? view?.name ?? '',
    addresses: (view?.emails ?? []).join('\n'),
    kind: said?.kind ?? '',
    department: said?.department ?? '',
    manager: said?.manager ?? '',
    startsOn: said?.startsOn ?? '',
    endsOn: said?.endsOn ?? '',
  })
  const [wrong, setWrong] = useState<string | null>(null)
  const set = (field: keyof typeof fields) => (value: string) => setFields({ ...fields, [field]: value })
  const save = async () => {
    const emails = addressesIn(fields.addresses)
    if (!emails) return setWrong(t('people.badAddresses'))
    const name = fields.name.trim()
    if (name === '' && emails.length === 0) return setWrong(t('people.needsSomething'))
    onClose()
    const done = await say(db, client, view, {
      // A name that a console shows is nobody's word before somebody changes it.
      ...(said?.name === undefined && name === (view?.name ?? '') ? {} : { name: name || null }),
      emails: emails.length > 0 ? emails : null,
      kind: PersonKind.options.find((kind) => kind === fields.kind) ?? null,
      department: fields.department.trim() || null,
      manager: fields.manager.trim() || null,
      startsOn: fields.startsOn || null,
      endsOn: fields.endsOn || null,
    })
    tell(done.outcome, t('people.saved', name || (emails[0] ?? t('people.somebody'))), done.undo)
  }
  return (
    <FormDialog
      title={view ? t('people.editTitle', view.name ?? view.emails[0] ?? t('people.somebody')) : t('people.add')}
      submit={t('common.save')}
      cancel={t('common.cancel')}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <Text first label={t('people.field.name')} value={fields.name} onInput={set('name')} />
      <label class="field">
        <span>
          {t('people.field.addresses')} <span class="faint">{t('people.addressesHint')}</span>
        </span>
        <textarea
          class="field-input people-addresses"
          rows={3}
          value={fields.addresses}
          aria-invalid={wrong !== null}
          onInput={(event) => set('addresses')(event.currentTarget.value)}
        />
      </label>
      {wrong !== null && (
        <p class="tone-late" role="alert">
          {wrong}
        </p>
      )}
      <div class="people-pair">
        <label class="field">
          <span>{t('people.field.kind')}</span>
          <select class="field-input" value={fields.kind} onChange={(event) => set('kind')(event.currentTarget.value)}>
            <option value="">{t('common.notSaid')}</option>
            {PersonKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {t(`people.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <Text label={t('people.field.department')} value={fields.department} onInput={set('department')} />
      </div>
      <Text label={t('people.field.manager')} value={fields.manager} onInput={set('manager')} />
      <div class="people-pair">
        {days.map((field) => (
          <Text key={field} isDay label={t(`people.field.${field}`)} value={fields[field]} onInput={set(field)} />
        ))}
      </div>
    </FormDialog>
  )
}

type TextProps = { label: string; value: string; onInput: (value: string) => void; isDay?: boolean; first?: boolean }

function Text({ label, value, onInput, isDay = false, first = false }: TextProps) {
  const type = isDay ? ({ type: 'date' } as const) : ({ type: 'text', maxLength: 500 } as const)
  return (
    <label class="field">
      <span>{label}</span>
      <input
        {...type}
        {...(first ? { 'data-first': true } : {})}
        class="field-input"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  )
}
