import type { CapturedType } from '../../shared/model/record-type.ts'
import { fieldWords } from '../ui/field-words.ts'
import { t } from '../ui/language.ts'
import { labelOf } from '../ui/value-text.ts'
import { type ColumnMapping, isCurrency, labelled, type Mapping } from './mapping.ts'
import { Pick } from './pick.tsx'
import { type Plan, vendorField } from './plan.ts'

const asRead = ''
const leftOut = '-'

type Props = { mapping: Mapping; plan: Plan; say: (over: Partial<Plan>) => void }

/** Each column with a sample of its values and the field that they become. */
export function Columns({ mapping, plan, say }: Props) {
  const pick = (place: number, value: string) => {
    const { [place]: _, ...others } = plan.columns
    if (value === asRead) say({ columns: others })
    else say({ columns: { ...others, [place]: value === leftOut ? null : value } })
  }
  return (
    <section class="columns" aria-label={t('import.columns')}>
      <h2>{t('import.columns')}</h2>
      <ul>
        {mapping.columns.map((column) => (
          <ColumnRow
            key={column.place}
            column={column}
            type={mapping.type}
            unused={isCurrency(column, mapping) ? t('import.currencies') : t('import.unused')}
            plan={plan}
            onPick={pick}
          />
        ))}
      </ul>
    </section>
  )
}

type RowProps = {
  column: ColumnMapping
  type: CapturedType
  /** What it is where it becomes no field. */
  unused: string
  plan: Plan
  onPick: (place: number, value: string) => void
}

function ColumnRow({ column: mapped, type, unused, plan, onPick }: RowProps) {
  const { column, place, fields, said } = mapped
  const chosen = Object.hasOwn(plan.columns, place) ? (plan.columns[place] ?? leftOut) : asRead
  const labels = told(said ? [] : fields)
    .map((field) => nameOf(type, field))
    .join(', ')
  return (
    <li class={`column ${fields.length === 0 ? 'unused' : ''}`}>
      <span class="cut name">{column.name}</span>
      <Pick
        label={t('import.column', column.name)}
        labelled="aside"
        value={chosen}
        choices={[
          { value: asRead, label: labels === '' ? unused : t('import.asRead', labels) },
          { value: leftOut, label: t('import.leftOut') },
          ...Object.keys(fieldWords[type]).map((field) => ({ value: field, label: labelOf(type, field) })),
          { value: vendorField, label: t('import.vendor') },
        ]}
        onPick={(value) => onPick(place, value)}
      />
      <span class="cut faint samples">{column.samples.join(' · ') || t('import.empty')}</span>
      {fields.length > 0 && !said && column.read.size > 0 && (
        <span class="faint share">{t('import.readOf', Math.max(...column.read.values()), column.filled)}</span>
      )}
    </li>
  )
}

/** What is counted comes along with the count; it needs no word of its own. */
const told = (fields: string[]): string[] => {
  const others = fields.filter((field) => field !== labelled)
  return others.length > 0 ? others : fields
}

export const nameOf = (type: CapturedType, field: string): string =>
  field === vendorField ? t('import.vendor') : labelOf(type, field)
