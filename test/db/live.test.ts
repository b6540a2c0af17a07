import { expect, test } from 'vitest'
import { watched } from '../../extension/db/live.ts'
import { clientsNow } from '../../extension/inventory/switching.ts'
import { createClient } from '../../extension/records/clients.ts'
import { freshDatabase } from '../support/device.ts'
import { pairedDevice } from '../support/paired.ts'
import { startServer } from '../support/server.ts'

test('a screen that was open before the browser was connected shows the clients that then come', async () => {
  const server = await startServer()
  const there = await pairedDevice(server, server.a)
  await createClient(there.db, 'Acme')
  await there.sync()
  const db = freshDatabase()
  const shown: string[][] = []
  const watching = watched(() => clientsNow(db)).subscribe(({ all }) => void shown.push(all.map(({ name }) => name)))
  await expect.poll(() => shown).toEqual([[]])
  const here = await pairedDevice(server, server.a, db)
  await here.sync()
  await expect.poll(() => shown.at(-1)).toEqual(['Acme'])
  watching.unsubscribe()
  await server.close()
})
