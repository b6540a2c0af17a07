import { database } from '../db/open.ts'
import { send } from '../messages.ts'
import { listenForNotices } from './notices.ts'

/** For screens that stay open: the worker syncs, the screen only hears that there is something. */
export const listenOnScreen = (): void =>
  void listenForNotices(database, { onNews: () => send('syncNow', {}).catch(() => undefined) })
