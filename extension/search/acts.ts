import type { IconNode } from 'lucide'
import { searchable } from '../db/listing.ts'
import { findIn } from './find.ts'
import { NameIndex } from './name-index.ts'

/** Something to do or an area to go to, as the page that has the search offers it. */
export type Act = { id: string; name: string; also: string; icon: IconNode; is: 'act' | 'area'; run: () => void }

/** Room for all sections of the settings. */
const most = 10

/** Those that bear what was typed, by name or by another word for it. */
export function actsFor(acts: Act[], typed: string): Act[] {
  const index = new NameIndex<Act>()
  for (const act of acts) index.add(searchable(`${act.name} ${act.also}`), 0, act)
  return findIn([index], typed, most, ({ name }) => searchable(name)).map(({ of }) => of)
}
