import type { Day } from '../../../shared/model/day.ts'
import type { Table } from '../../export/list.ts'
import { tableOf } from '../../export/table.ts'
import { findingsOf } from '../../findings/finding-file.ts'
import { entriesFile } from '../../inventory/entry-file.ts'
import { peopleLists } from '../../people/people-file.ts'
import type { Whole } from '../../records/whole.ts'
import { renewalsOf } from '../../renewals/renewal-file.ts'
import { linesOf } from '../../spend/line-file.ts'

/** The lists of the areas, whole: what each of them tells is told by its room. */
export function clientLists(whole: Whole, today: Day): Table[] {
  const { persons, products } = peopleLists(whole, today)
  return [
    tableOf(entriesFile(whole, today)),
    tableOf(renewalsOf(whole, today)),
    tableOf(findingsOf(whole, today)),
    tableOf(linesOf(whole, today)),
    ...(persons ? [tableOf(persons)] : []),
    tableOf(products),
  ]
}
