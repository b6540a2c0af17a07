import type { Uuid } from '../../shared/model/id.ts'
import { Note } from '../ui/note.tsx'
import type { DraftView } from './drafts.ts'
import { words } from './words.ts'

export type ClientName = { id: Uuid; name: string; hue: number }

export type Whose = {
  active: ClientName | null
  clients: ClientName[]
  confirmed: boolean
  onSwitch: (client: Uuid) => void
  onConfirm: () => void
}

/** Says before anything is read whose thing this is, where that is not certain. */
export function StandingNote({ view, whose }: { view: DraftView; whose: Whose }) {
  const { standing, draft } = view
  const { vendorAccount } = draft.sighting
  const account = vendorAccount?.name ?? vendorAccount?.id ?? draft.host
  const active = whose.active?.name ?? ''
  if (standing.is === 'no-client')
    return (
      <Note tone="soon" title={words.noClientTitle}>
        {words.noClient}
      </Note>
    )
  if (standing.is === 'elsewhere')
    return (
      <Elsewhere
        title={vendorAccount ? words.elsewhereTitle : words.readForTitle}
        {...{ account, whose, active }}
        owner={standing.client}
      />
    )
  if (standing.is === 'first') return <Note title={words.firstTitle(account)}>{words.first(active)}</Note>
  if (standing.is !== 'unknown') return null
  if (whose.confirmed) return <Note title={words.unknownTitle(draft.host)}>{words.confirmed(active)}</Note>
  return (
    <Note
      tone="soon"
      title={words.unknownTitle(draft.host)}
      actions={
        <button type="button" class="button" onClick={whose.onConfirm}>
          {words.confirm(active)}
        </button>
      }
    >
      {words.unknown(active)}
    </Note>
  )
}

function Elsewhere(props: {
  title: (account: string, owner: string) => string
  account: string
  owner: Uuid
  whose: Whose
  active: string
}) {
  const owner = props.whose.clients.find(({ id }) => id === props.owner)
  return (
    <Note
      tone="late"
      title={props.title(props.account, owner?.name ?? words.unknownClient)}
      actions={
        owner && (
          <button
            type="button"
            class="button client-button hued"
            style={{ '--hue': owner.hue }}
            onClick={() => props.whose.onSwitch(owner.id)}
          >
            {words.switchTo(owner.name)}
          </button>
        )
      }
    >
      {words.elsewhere(props.active)}
    </Note>
  )
}
