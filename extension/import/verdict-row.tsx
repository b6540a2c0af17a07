import type { CapturedType } from '../../shared/model/record-type.ts'
import { formatMoney } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { gistOf, labelOf, titleOf, valueText } from '../ui/value-text.ts'
import { nameOf } from './columns.tsx'
import type { Planned, RowVerdict } from './dry-run.ts'
import type { FieldEffect } from './effect.ts'
import type { Mapping } from './mapping.ts'

const tones = { new: 'accent', changed: 'soon', same: '', question: 'soon', aside: '' }
const shownFields = 4

/** One row of the file: its number, the verdict, what it tells of, and what would happen, field by field. */
export function VerdictRow({ verdict, mapping, raw }: { verdict: RowVerdict; mapping: Mapping; raw: string }) {
  const { row, kind, planned, faults, asks, aside, rounded, twin } = verdict
  const { type } = mapping
  return (
    <tr data-kind={kind}>
      <td class="number faint">{row}</td>
      <td>
        <span class={`badge ${tones[kind]}`}>{t(`import.verdicts.${kind}`)}</span>
      </td>
      <td class="what">
        {planned.length > 0 ? planned.map(titleIn).join(', ') : <span class="faint cut">{raw}</span>}
      </td>
      <td class="happens">
        {aside !== null && <span class="faint">{t(`import.asides.${aside}`)}</span>}
        {(aside === null ? asks : []).map((place) => (
          <span key={place} class="tone-soon part">
            {t('import.askRow', mapping.columns[place]?.column.name ?? '', mapping.columns[place]?.ambiguous ?? '')}
          </span>
        ))}
        {planned.map((one) => (
          <Happens key={one.rec} of={one} type={type} />
        ))}
        {twin !== undefined && kind === 'new' && <span class="tone-soon part">{t('import.twin', twin)}</span>}
        {rounded.map(({ field, raw: said, kept }) => (
          <span key={field} class="faint part">
            {t('import.rounded', labelOf(type, field), said, formatMoney(kept))}
          </span>
        ))}
        {faults.map(({ field, raw: said, locator }) => (
          <span key={locator + field} class="tone-late part">
            {t('import.unread', nameOf(type, field), said)}
          </span>
        ))}
      </td>
    </tr>
  )
}

const titleIn = ({ shown: { type, fields, key } }: Planned): string => titleOf(type, fields, key)

function Happens({ of: { shown: sighting, effect }, type }: { of: Planned; type: CapturedType }) {
  const outranked = effect.outranked.map((field) => (
    <span key={field} class="faint part">
      {t('import.outranked', labelOf(type, field))}
    </span>
  ))
  if (effect.kind === 'new') return <span class="part soft">{gistOf(type, sighting.fields, 4)}</span>
  const told = effect.fields.slice(0, shownFields)
  return (
    <>
      {told.map((field) => (
        <Change key={field.field} of={field} type={type} />
      ))}
      {effect.fields.length > told.length && (
        <span class="faint part">{t('import.more', effect.fields.length - told.length)}</span>
      )}
      {outranked}
    </>
  )
}

function Change({ of: { field, before, after, disputed }, type }: { of: FieldEffect; type: CapturedType }) {
  return (
    <span class="part">
      <span class="soft">{labelOf(type, field)}</span>{' '}
      {before !== undefined && (
        <>
          <s class="former">{valueText(type, field, before)}</s> →{' '}
        </>
      )}
      <strong>{valueText(type, field, after)}</strong>
      {disputed && <span class="tone-soon"> {t('import.disputed')}</span>}
    </span>
  )
}
