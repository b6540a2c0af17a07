import { useState } from 'preact/hooks'
import type { PersonView } from '../../shared/inventory/people/persons.ts'
import { PersonKind } from '../../shared/model/person.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { tell } from '../ui/tell.ts'
import { addressesIn } from './addresses.ts'
import type { Known } from './people.ts'
import { say } from './state.ts'
import { words } from './words.ts'

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
    if (!emails) return setWrong(words.badAddresses)
    const name = fields.name.trim()
    if (name === '' && emails.length === 0) return setWrong(words.needsSomething)
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
    tell(done.outcome, words.saved(name || (emails[0] ?? words.somebody)), done.undo)
  }
  return (
    <FormDialog
      title={view ? words.editTitle(view.name ?? view.emails[0] ?? words.somebody) : words.addTitle}
      submit={words.save}
      cancel={words.cancel}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <Text first label={words.name} value={fields.name} onInput={set('name')} />
      <label class="field">
        <span>
          {words.addresses} <span class="faint">{words.addressesHint}</span>
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
          <span>{words.kind}</span>
          <select class="field-input" value={fields.kind} onChange={(event) => set('kind')(event.currentTarget.value)}>
            <option value="">{words.noKind}</option>
            {PersonKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <Text label={words.department} value={fields.department} onInput={set('department')} />
      </div>
      <Text label={words.manager} value={fields.manager} onInput={set('manager')} />
      <div class="people-pair">
        {days.map((field) => (
          <Text key={field} isDay label={words[field]} value={fields[field]} onInput={set(field)} />
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
