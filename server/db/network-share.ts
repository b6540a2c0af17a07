import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

export class OnNetworkShare extends Error {
  constructor(folder: string, kind: string) {
    super(
      `${folder} is on a network share (${kind}), where SQLite cannot keep a database whole. Set DATA_DIR to a folder on a disk of this machine, or use PostgreSQL (DATABASE_URL).`,
    )
  }
}

/** How Linux numbers them (statfs(2)). What FUSE brings may be a local disk as well, so it is not among them. */
const shares = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x564c, 'NCP'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0xc36400, 'Ceph'],
  [0xbd00bd0, 'Lustre'],
  [0x47504653, 'GPFS'],
])

/**
 * F58: SQLite's log is shared by memory, which two machines have not, and locks of a share are a promise that few keep.
 * Refused before anything is written there.
 */
export function mustBeOnThisMachine(file: string): void {
  const folder = dirname(file)
  // Machines of 32 bits give the high ones as negative.
  const kind = shares.get(statfsSync(folder).type >>> 0)
  if (kind) throw new OnNetworkShare(folder, kind)
}
