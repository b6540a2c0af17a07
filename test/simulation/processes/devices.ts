import { Database } from '../../../extension/db/database.ts'
import { syncNow } from '../../../extension/sync/loop.ts'
import '../../support/device.ts'
import { tamper } from '../faults.ts'
import { isolated } from '../invariants.ts'
import type { SimDevice } from '../world.ts'
import { BadNetwork } from './bad-network.ts'
import type { Chance } from './chance.ts'
import type { Cluster, Paired } from './cluster.ts'

let count = 0

/** One profile of a browser: the device's own code over its own database, and the network that it has. */
export class Profile {
  readonly network: BadNetwork
  private under: Promise<unknown> = Promise.resolve()
  busy = false

  private constructor(
    readonly sim: SimDevice,
    public paired: Paired,
    cluster: Cluster,
    chance: Chance,
  ) {
    this.network = new BadNetwork(cluster, chance, (text) => isolated(sim, text))
  }

  static async open(cluster: Cluster, chance: Chance, own: SimDevice['own'], paired: Paired): Promise<Profile> {
    const db = new Database(`processes-${process.pid}-${++count}`)
    const sim: SimDevice = {
      key: `${own} ${count}`,
      db,
      storage: tamper(db),
      token: paired.token,
      own,
      client: '',
      copied: false,
    }
    const profile = new Profile(sim, paired, cluster, chance)
    await profile.pairAgain(paired)
    return profile
  }

  /** A person who signs in again, after the device was revoked. */
  async pairAgain(paired: Paired): Promise<void> {
    this.paired = paired
    this.sim.token = paired.token
    const { db } = this.sim
    const { workspace, device: id, token } = paired
    await db.settings.bulkPut([
      { key: 'device', id, name: this.sim.key, workspace, adopted: true },
      { key: 'server', url: 'http://stocktake.test', token, member: 'Somebody', pairedAt: new Date().toISOString() },
    ])
  }

  /** The whole profile as it is on disk at this moment, on another machine. */
  async copy(cluster: Cluster, chance: Chance): Promise<Profile> {
    const copy = await Profile.open(cluster, chance, this.sim.own, this.paired)
    const { db } = this.sim
    const tables = await db.transaction('r', db.tables, () =>
      Promise.all(db.tables.map(async (table) => ({ name: table.name, rows: await table.toArray() }))),
    )
    await copy.sim.db.transaction('rw', copy.sim.db.tables, async () => {
      for (const { name, rows } of tables) await copy.sim.db.table(name).bulkPut(rows)
    })
    this.sim.copied = true
    copy.sim.copied = true
    return copy
  }

  /** One round of the loop at a time; asked for while one runs, it is left to that one (C4). */
  sync(): void {
    if (this.busy) return
    this.busy = true
    this.under = syncNow(this.sim.db, { fetch: this.network.fetch }).finally(() => {
      this.busy = false
    })
    // Looked at when the history ends.
    this.under.catch(() => {})
  }

  async rest(): Promise<void> {
    await this.under
    await Promise.all(this.network.late)
  }

  close = () => this.sim.db.delete()
}
