import { folded } from '../../shared/inventory/names.ts'
import type { PersonRow } from '../../shared/inventory/people/rows.ts'
import { PickDialog } from '../ui/combobox/pick-dialog.tsx'
import { t } from '../ui/language.ts'

type Props = {
  title: string
  hint: string
  /** Who can be chosen. */
  rows: PersonRow[]
  onClose: () => void
  onPick: (row: PersonRow) => void
}

/** Somebody by name or address. */
export const PickPerson = ({ title, hint, rows, onClose, onPick }: Props) => (
  <PickDialog
    title={title}
    hint={hint}
    label={t('people.find')}
    none={t('people.noneFound')}
    find={(typed) => found(rows, typed)}
    say={({ called, view }) => ({
      name: called ?? '',
      aside: view.emails.filter((email) => email !== called).join(', '),
    })}
    onTake={onPick}
    onClose={onClose}
  />
)

function found(rows: PersonRow[], typed: string): PersonRow[] {
  const asked = folded(typed).split(' ').filter(Boolean)
  return rows.filter(({ called, view }) => {
    const text = folded([called ?? '', ...view.emails].join(' '))
    return asked.every((word) => text.includes(word))
  })
}
