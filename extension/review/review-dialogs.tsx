import { Dialog } from '../ui/dialog.tsx'
import type { DraftView } from './drafts.ts'
import { words } from './words.ts'

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title={words.keys}
      onClose={onClose}
      actions={
        <button type="button" class="button" onClick={onClose}>
          {words.close}
        </button>
      }
    >
      <dl class="key-map">
        {words.keyMap.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
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
      title={words.allTitle(ready.length, active)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="button" class="button main" onClick={onAccept}>
            {words.acceptAll(ready.length)}
          </button>
        </>
      }
    >
      {fresh.size > 0 && (
        <div>
          <p>{words.allBinds(active)}</p>
          <ul class="bullets">
            {[...fresh].map((account) => (
              <li key={account}>{account}</li>
            ))}
          </ul>
        </div>
      )}
      {left > 0 && <p>{words.allLeaves(left)}</p>}
    </Dialog>
  )
}
