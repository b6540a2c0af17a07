import type { Fields } from '../../shared/model/observation.ts'
import type { DraftView } from './drafts.ts'

/** Drafts of one account in one admin console, in the order of the list. */
export type DraftGroup = { key: string; host: string; account: string | null; views: DraftView[] }

export const groupKeyOf = ({ draft }: DraftView): string =>
  `${draft.host} ${draft.sighting.vendorAccount?.id ?? ''} ${draft.sighting.vendor}`

export function groupDrafts(views: DraftView[]): DraftGroup[] {
  const groups = new Map<string, DraftGroup>()
  for (const view of views) {
    const key = groupKeyOf(view)
    const { vendorAccount } = view.draft.sighting
    const account = vendorAccount ? (vendorAccount.name ?? vendorAccount.id) : null
    const group = groups.get(key) ?? { key, host: view.draft.host, account, views: [] }
    group.views.push(view)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** May be accepted together: nobody has to choose, and it is certain whose it is. */
export const isUnconflicted = (view: DraftView, confirmed: boolean, chosen: Fields = {}): boolean =>
  (view.standing.is === 'here' || view.standing.is === 'first' || (view.standing.is === 'unknown' && confirmed)) &&
  !view.changes.some(({ kind, field }) => kind === 'contested' || (kind === 'asked' && !Object.hasOwn(chosen, field)))
