import { useState } from 'preact/hooks'
import { folded } from '../../shared/inventory/names.ts'
import type { PersonRow } from '../../shared/inventory/people/rows.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { t } from '../ui/language.ts'

type Props = {
  title: string
  hint: string
  submit: string
  /** Who can be chosen. */
  rows: PersonRow[]
  onClose: () => void
  onPick: (row: PersonRow) => void
}

const shown = 6

/** Type to find, choose one. Of ten thousand only the first few that match are painted. */
export function PickPerson({ title, hint, submit, rows, onClose, onPick }: Props) {
  const [search, setSearch] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const asked = folded(search).split(' ').filter(Boolean)
  const hits = rows.filter(({ called, view }) => {
    const text = folded([called ?? '', ...view.emails].join(' '))
    return asked.every((word) => text.includes(word))
  })
  const offered = hits.slice(0, shown)
  const chosen = offered.find(({ id }) => id === picked) ?? (asked.length > 0 ? offered[0] : undefined)
  return (
    <FormDialog
      title={title}
      submit={submit}
      cancel={t('common.cancel')}
      onClose={onClose}
      onSubmit={() => {
        if (chosen) onPick(chosen)
      }}
    >
      <label class="field">
        <span>{t('people.find')}</span>
        <input
          data-first
          class="field-input"
          value={search}
          onInput={(event) => {
            setSearch(event.currentTarget.value)
            setPicked(null)
          }}
        />
      </label>
      <fieldset class="people-picks">
        <legend class="aside">{title}</legend>
        {offered.map((row) => (
          <label key={row.id}>
            <input type="radio" name="person" checked={row === chosen} onChange={() => setPicked(row.id)} />
            <span class="cut">
              {row.called}{' '}
              <span class="faint">{row.view.emails.filter((email) => email !== row.called).join(', ')}</span>
            </span>
          </label>
        ))}
        {offered.length === 0 && <p class="faint">{t('people.noneFound')}</p>}
        {hits.length > shown && <p class="faint">{t('people.pickMore', hits.length - shown)}</p>}
      </fieldset>
      <p class="faint">{hint}</p>
    </FormDialog>
  )
}
