import type { Uuid } from '../../shared/model/id.ts'
import { t } from '../ui/language.ts'
import { Note } from '../ui/note.tsx'
import type { DraftView } from './drafts.ts'

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
      <Note tone="soon" title={t('common.noActiveClient')}>
        {t('review.noClient')}
      </Note>
    )
  if (standing.is === 'elsewhere')
    return (
      <Elsewhere what={vendorAccount ? 'account' : 'visit'} {...{ account, whose, active }} owner={standing.client} />
    )
  if (standing.is === 'first') return <Note title={t('review.firstTitle', account)}>{t('review.first', active)}</Note>
  if (standing.is !== 'unknown') return null
  if (whose.confirmed) return <Note title={t('review.unknownTitle', draft.host)}>{t('review.confirmed', active)}</Note>
  return (
    <Note
      tone="soon"
      title={t('review.unknownTitle', draft.host)}
      actions={
        <button type="button" class="button" onClick={whose.onConfirm}>
          {t('review.confirm', active)}
        </button>
      }
    >
      {t('review.unknown', active)}
    </Note>
  )
}

function Elsewhere({
  what,
  account,
  ...props
}: {
  what: 'account' | 'visit'
  account: string
  owner: Uuid
  whose: Whose
  active: string
}) {
  const owner = props.whose.clients.find(({ id }) => id === props.owner)
  return (
    <Note
      tone="late"
      title={owner ? t(`review.elsewhere.${what}`, account, owner.name) : t(`review.elsewhereUnknown.${what}`, account)}
      actions={
        owner && (
          <button
            type="button"
            class="button client-button hued"
            style={{ '--hue': owner.hue }}
            onClick={() => props.whose.onSwitch(owner.id)}
          >
            {t('review.switchTo', owner.name)}
          </button>
        )
      }
    >
      {t('review.notUnder', props.active)}
    </Note>
  )
}
