import { useEffect, useRef } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import { readByTaught } from '../ui/field-words.ts'
import { t } from '../ui/language.ts'
import { gistOf } from '../ui/value-text.ts'
import { changesOf } from './compare.ts'
import { draftTitle } from './decide.ts'
import type { DraftView } from './drafts.ts'
import type { DraftGroup } from './groups.ts'
import type { ClientName } from './standing-note.tsx'

type Props = {
  groups: DraftGroup[]
  selected: Uuid | null
  clients: ClientName[]
  onSelect: (id: Uuid) => void
}

/** The drafts by admin console and account; j and k, or Tab and Enter, walk through them. */
export function DraftList({ groups, selected, clients, onSelect }: Props) {
  return (
    <nav class="drafts" aria-label={t('review.listLabel')}>
      {groups.map((group) => (
        <section key={group.key}>
          <GroupHead group={group} clients={clients} />
          <ul>
            {group.views.map((view) => (
              <li key={view.draft.id}>
                <DraftRow view={view} selected={view.draft.id === selected} onSelect={onSelect} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function GroupHead({ group, clients }: { group: DraftGroup; clients: ClientName[] }) {
  const standing = group.views[0]?.standing
  const owner = standing?.is === 'elsewhere' ? clients.find(({ id }) => id === standing.client) : undefined
  return (
    <h2 class="group-head">
      <span class="cut">{group.account ?? <span class="not-shown">{t('review.accountNotShown')}</span>}</span>
      {owner && (
        <span class="owner hued" style={{ '--hue': owner.hue }}>
          {owner.name}
        </span>
      )}
      <span class="faint cut host">{group.host}</span>
    </h2>
  )
}

function DraftRow({ view, selected, onSelect }: { view: DraftView; selected: boolean; onSelect: (id: Uuid) => void }) {
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const { type, fields } = view.draft.sighting
  return (
    <button
      ref={row}
      type="button"
      class="row draft-row"
      aria-current={selected}
      onClick={() => onSelect(view.draft.id)}
    >
      <span class="cut title">{draftTitle(view.draft)}</span>
      <KindBadge view={view} />
      {view.standing.is !== 'elsewhere' && <span class="cut faint gist">{gistOf(type, fields)}</span>}
    </button>
  )
}

export function KindBadge({ view }: { view: DraftView }) {
  // Another client's draft was compared with nothing.
  if (view.standing.is === 'elsewhere') return null
  return (
    <span class="badges">
      {view.taught !== undefined && (
        <span class="badge" title={readByTaught(view.taught)}>
          {t('review.taught')}
        </span>
      )}
      <Kind view={view} />
    </span>
  )
}

function Kind({ view: { kind, changes } }: { view: DraftView }) {
  if (kind === 'new') return <span class="badge accent">{t('review.kinds.new')}</span>
  if (kind === 'same') return <span class="badge">{t('review.kinds.same')}</span>
  return <span class="badge soon">{t('review.changedFields', changesOf(changes).length)}</span>
}
