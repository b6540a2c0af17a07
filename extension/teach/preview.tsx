import type { CapturedType } from '../../shared/model/record-type.ts'
import { t } from '../ui/language.ts'
import { labelOf, valueText } from '../ui/value-text.ts'
import type { Trial, Tried } from './trial.ts'

/** So many rows tell whether it is right. */
const shown = 10

/** What the connector makes of this page: every row, with what it could not read marked. */
export function Preview({ type, trial }: { type: CapturedType; trial: Trial }) {
  const { rows, found } = trial
  const fields = Object.keys(rows[0] ?? {})
  return (
    <div class="trial">
      <p role="status">
        <strong>{t('teach.rowsRead', rows.length, found.length)}</strong>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scrolls" aria-label={t('teach.preview')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {labelOf(type, field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, at) => (
              <tr key={at}>
                {fields.map((field) => (
                  <Cell key={field} type={type} field={field} tried={row[field]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && <p class="faint">{t('teach.more', rows.length - shown)}</p>}
    </div>
  )
}

function Cell({ type, field, tried }: { type: CapturedType; field: string; tried: Tried | undefined }) {
  if (tried?.value !== undefined) return <td>{valueText(type, field, tried.value)}</td>
  return (
    <td class="tone-soon">{tried?.shown ? t('teach.unread', tried.shown.slice(0, 40)) : t('teach.nothingThere')}</td>
  )
}
