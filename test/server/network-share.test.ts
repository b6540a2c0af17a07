import { existsSync, readdirSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { testFolder } from '../support/folder.ts'
import { operate } from '../support/operator.ts'

/** What the operating system says of the folder; a share cannot be mounted where tests run. */
const { disk } = vi.hoisted(() => ({ disk: { type: undefined as number | undefined } }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const statfsSync = (path: string) => ({ ...fs.statfsSync(path), ...(disk.type === undefined ? {} : disk) })
  return { ...fs, statfsSync }
})

const folder = testFolder()
const live = () => ({ DATA_DIR: folder.at('live'), LOG_LEVEL: 'silent', PORT: '0' })
beforeEach(() => {
  disk.type = undefined
})

describe('a database on a network share (F58)', () => {
  test.each([
    [0x6969, 'NFS'],
    [0x517b, 'SMB'],
    [0xfe534d42, 'SMB'],
    [0xff534d42, 'CIFS'],
    [0xff534d42 | 0, 'CIFS'],
    [0xc36400, 'Ceph'],
  ])('of kind %d is refused with the reason and what to do, and nothing is written there', async (type, kind) => {
    disk.type = type
    const { exit, said, warned } = await operate(['serve'], live())
    expect([exit, said]).toEqual([1, ''])
    expect(warned).toBe(
      `${folder.at('live')} is on a network share (${kind}), where SQLite cannot keep a database whole. Set DATA_DIR to a folder on a disk of this machine, or use PostgreSQL (DATABASE_URL).`,
    )
    expect(existsSync(folder.at('live')) && readdirSync(folder.at('live'))).toEqual([])
  })

  test('is not opened by a command beside a server on another machine either', async () => {
    const { openDatabase } = await import('../../server/db/database.ts')
    await (await openDatabase({ file: folder.at('live', 'stocktake.sqlite') })).close()
    disk.type = 0x6969
    for (const args of [['backup', folder.at('a.backup')], ['verify'], ['restore', folder.at('a.backup')]])
      expect((await operate(args, live())).exit, String(args)).toBe(1)
    expect((await operate(['verify'], live())).warned).toContain('network share (NFS)')
    expect(existsSync(folder.at('a.backup'))).toBe(false)
    disk.type = undefined
    expect((await operate(['verify'], live())).exit).toBe(0)
  })
})
