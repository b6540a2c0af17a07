import { formatCount } from '../ui/format.ts'
import { SeatCostWords } from './cost-words.tsx'
import type { Known } from './people.ts'
import { NobodyYet, PeopleHead } from './people-head.tsx'
import { words } from './words.ts'

/** Where nobody is to be named: how many hold each product, by kind. */
export function Counted({ people }: Known) {
  const { columns } = words
  return (
    <div class="people">
      <PeopleHead people={people} />
      {people.rows.length === 0 ? (
        <NobodyYet />
      ) : (
        <table class="people-table">
          <thead>
            <tr>
              <th scope="col">{columns.product}</th>
              <th scope="col" class="number">
                {columns.people}
              </th>
              <th scope="col" class="number">
                {columns.external}
              </th>
              <th scope="col" class="number">
                {columns.shared}
              </th>
              <th scope="col" class="number">
                {columns.service}
              </th>
              <th scope="col" class="number">
                {columns.inactive}
              </th>
              <th scope="col" class="number">
                {columns.leavers}
              </th>
              <th scope="col" class="number">
                {columns.seatCost}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.products.map(({ key, product, vendor, byKind, inactive, leavers, cost }) => (
              <tr key={key}>
                <th scope="row">
                  {product ?? words.consoleAccounts} <span class="faint">{vendor}</span>
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
