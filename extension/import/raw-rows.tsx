import { t } from '../ui/language.ts'
import type { SheetReading } from './sheet.ts'

const shown = 20

/** The first rows as they stand: what a person looks at to say what they are. */
export function RawRows({ of: { table, columns, header } }: { of: SheetReading }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section class="verdicts raw" tabIndex={0} aria-label={t('import.list')}>
      <table>
        <thead>
          <tr>
            <th class="number">{t('import.headRow')}</th>
            {columns.map(({ index, name }) => (
              <th key={index}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, shown).map(({ cells }, row) => (
            <tr key={header.at + row}>
              <td class="number faint">{header.at + row + 2}</td>
              {columns.map(({ index }) => (
                <td key={index}>{String(cells[index]?.value ?? '').slice(0, 80)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
