import { keyboard } from '../settings/keyboard.ts'
import { Dialog } from '../ui/dialog.tsx'
import { t } from '../ui/language.ts'
import type { DraftView } from './drafts.ts'
import { acceptAllText } from './words.ts'

/** Those of the map in the settings that act here. */
const keysHere = () =>
  keyboard
    .filter(({ screen }) => screen === 'areas.review' || screen === 'settings.keyboard.everywhere')
    .sort((a) => (a.screen === 'areas.review' ? -1 : 1))
    .flatMap(({ keys }) => keys)

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title={t('review.keys')}
      onClose={onClose}
      actions={
        <button type="button" class="button" onClick={onClose}>
          {t('common.close')}
        </button>
      }
    >
      <dl class="key-map">
        {keysHere().map(({ press, does }) => (
          <div key={does}>
            <dt>
              {press.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

type All = { ready: DraftView[]; left: number; active: string; onClose: () => void; onAccept: () => void }

/** Accepting many names each account that is about to be bound: a wrong client is seen before, not after. */
export function AcceptAllDialog({ ready, left, active, onClose, onAccept }: All) {
  const fresh = new Set(
    ready
      .filter(({ standing }) => standing.is === 'first')
      .map(
        ({ draft: { host, sighting } }) => `${sighting.vendorAccount?.name ?? sighting.vendorAccount?.id} · ${host}`,
      ),
  )
  return (
    <Dialog
      title={t('review.allTitle', ready.length, active)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" class="button main" onClick={onAccept}>
            {acceptAllText(ready.length)}
          </button>
        </>
      }
    >
      {fresh.size > 0 && (
        <div>
          <p>{t('review.allBinds', active)}</p>
          <ul class="bullets">
            {[...fresh].map((account) => (
              <li key={account}>{account}</li>
            ))}
          </ul>
        </div>
      )}
      {left > 0 && <p>{t('review.allLeaves', left)}</p>}
    </Dialog>
  )
}
