import { words } from '../../../access/words.ts'
import { words as popup } from '../words.ts'

/** A new tab, a settings page: nothing to read, and the list of consoles to start from. */
export function NoPage({ onVendors }: { onVendors: () => void }) {
  return (
    <div class="state">
      <h2>{words.noPageTitle}</h2>
      <p>{words.noPage}</p>
      <button type="button" class="button" onClick={onVendors}>
        {popup.vendors}
      </button>
    </div>
  )
}
