import { database } from '../db/open.ts'
import { send } from '../messages.ts'
import { listenForNotices } from './notices.ts'
import { tellOfEdits } from './tell-of-edits.ts'

/** For screens that stay open: the worker syncs, the screen only tells it of edits and hears that there is something. */
export function listenOnScreen(): void {
  tellOfEdits(database)
  void listenForNotices(database, { onNews: () => send('syncNow', {}).catch(() => undefined) })
}
