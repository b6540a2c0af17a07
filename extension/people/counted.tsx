import { DownloadMenu } from '../export/download-menu.tsx'
import { formatCount } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { SeatCostWords } from './cost-words.tsx'
import { type Known, whoseOf } from './people.ts'
import { productFile } from './people-file.ts'
import { NobodyYet, PeopleHead } from './people-head.tsx'

/** Where nobody is to be named: how many hold each product, by kind. */
export function Counted(known: Known) {
  const { people } = known
  return (
    <div class="people">
      <PeopleHead people={people}>
        {people.rows.length > 0 && <DownloadMenu {...whoseOf(known)} list={() => productFile(people.products)} />}
      </PeopleHead>
      {people.rows.length === 0 ? (
        <NobodyYet />
      ) : (
        <table class="people-table">
          <thead>
            <tr>
              <th scope="col">{t('people.column.product')}</th>
              <th scope="col" class="number">
                {t('people.column.people')}
              </th>
              <th scope="col" class="number">
                {t('people.column.external')}
              </th>
              <th scope="col" class="number">
                {t('people.column.shared')}
              </th>
              <th scope="col" class="number">
                {t('people.column.service')}
              </th>
              <th scope="col" class="number">
                {t('people.column.inactive')}
              </th>
              <th scope="col" class="number">
                {t('people.column.leavers')}
              </th>
              <th scope="col" class="number">
                {t('people.column.seatCost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.products.map(({ key, product, vendor, byKind, inactive, leavers, cost }) => (
              <tr key={key}>
                <th scope="row">
                  {product ?? t('people.consoleAccounts')} <span class="faint">{vendor}</span>
                </th>
                {[byKind.people, byKind.external, byKind.shared, byKind.service, inactive, leavers].map((count, at) => (
                  <td key={String(at)} class={`number ${count === 0 ? 'faint' : ''}`}>
                    {formatCount(count)}
                  </td>
                ))}
                <td class="number">{product !== undefined && <SeatCostWords of={cost} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
