import { setTimeout as pause } from 'node:timers/promises'
import { vi } from 'vitest'
import { opsIn } from '../../../extension/db/outbox.ts'
import { createClient } from '../../../extension/records/clients.ts'
import { deleteRecord, undeleteRecord } from '../../../extension/records/edit.ts'
import { syncNow } from '../../../extension/sync/loop.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import { acceptOne, edit, poison, recordsOf, type Writing } from '../history.ts'
import { checkAtRest, must } from '../invariants.ts'
import type { SimDevice } from '../world.ts'
import { Chance } from './chance.ts'
import type { Cluster, Paired } from './cluster.ts'
import { Profile } from './devices.ts'

type Own = SimDevice['own']
const now = Date.parse('2026-03-01T09:00:00Z')
const year = 365 * 86_400_000

/** What happens to eight devices, five clients and their servers, by weight. */
const weights = {
  edit: 24,
  accept: 10,
  delete: 3,
  undelete: 3,
  poison: 1,
  sync: 26,
  kill: 2,
  cut: 1,
  purge: 3,
  forget: 2,
  copy: 1,
  revoke: 1,
  remove: 1,
  fill: 1,
  backup: 1,
  restore: 1,
}

class History {
  readonly chance: Chance
  readonly profiles: Profile[] = []
  readonly clients: Record<Own, Uuid[]> = { ash: [], birch: [] }
  readonly owners: Partial<Record<Own, Paired>> = {}
  readonly writing: Writing = { records: new Map(), values: 0 }
  /** Servers that die and come back while everything else goes on. */
  readonly under: Promise<unknown>[] = []
  image: Buffer | undefined
  restored = false

  constructor(
    readonly cluster: Cluster,
    seed: number,
  ) {
    this.chance = new Chance(seed)
  }

  /** Five devices of one workspace with three clients, three of another with two. */
  async begin(): Promise<void> {
    for (const [own, devices, clients] of [
      ['ash', 5, 3],
      ['birch', 3, 2],
    ] as const) {
      const owner = await this.cluster.pair({ do: 'join', name: own })
      this.owners[own] = owner
      for (let place = 0; place < devices; place++) {
        const paired = place === 0 ? owner : await this.cluster.pair({ do: 'pair', ...owner })
        const profile = await Profile.open(this.cluster, this.chance, own, paired)
        this.profiles.push(profile)
        profile.network.calm = true
        if (place === 0)
          for (let client = 0; client < clients; client++)
            this.clients[own].push(await createClient(profile.sim.db, `${own}/${client}`))
        await syncNow(profile.sim.db, { fetch: profile.network.fetch })
        profile.network.calm = false
      }
      for (const client of this.clients[own]) this.writing.records.set(client, await recordsOf(client))
    }
  }

  async step(): Promise<void> {
    const does = this.chance.of(weights)
    const profile = this.chance.one(this.profiles)
    const client = this.chance.one(this.clients[profile.sim.own])
    const record = this.chance.below(3)
    const sim = { ...profile.sim, client }
    const { db } = sim
    const rec = this.writing.records.get(client)?.[record] ?? ''
    const value = this.chance.below(4)
    const skew = this.chance.one([0, 0, 0, -10, 10] as const)
    vi.setSystemTime(now + skew * year)
    if (does === 'edit')
      await edit(this.writing, sim, { do: 'edit', who: 0, record, field: this.chance.below(2), value, skew })
    if (does === 'accept') {
      await db.settings.put({ key: 'activeClient', client })
      await acceptOne(this.writing, sim, { do: 'accept', who: 0, record, value, skew })
    }
    if (does === 'delete') await deleteRecord(db, client, rec)
    if (does === 'undelete') await undeleteRecord(db, client, rec)
    if (does === 'poison') await poison(this.writing, sim, record)
    vi.setSystemTime(now)
    if (does === 'sync') profile.sync()
    if (does === 'kill') this.under.push(this.cluster.killAndStart(this.chance.below(3)))
    if (does === 'cut') this.under.push(this.cluster.cutConnections())
    if (does === 'purge') await this.purge(profile, client)
    if (does === 'forget') await this.forget(profile, client, rec)
    if (does === 'copy' && this.profiles.length < 11) this.profiles.push(await profile.copy(this.cluster, this.chance))
    if (does === 'revoke') await this.revoke(profile)
    if (does === 'remove') await this.remove(profile)
    if (does === 'fill') await this.fill()
    if (does === 'backup') this.image = await this.cluster.image()
    if (does === 'restore') await this.restore()
    await pause(this.chance.below(6))
  }

  private purge = ({ paired }: Profile, scope: Uuid) =>
    this.cluster.ask({ do: 'purge', workspace: paired.workspace, scope })

  /** Rarely met by chance: a whole life of a record, up to where the server forgets it, while others sleep. */
  private async forget(profile: Profile, client: Uuid, rec: Uuid): Promise<void> {
    await deleteRecord(profile.sim.db, client, rec)
    await profile.rest()
    profile.sync()
    await profile.rest()
    await this.purge(profile, client)
  }

  /** From that second its token is worthless; later a person signs in again. */
  private async revoke(profile: Profile): Promise<void> {
    if (profile.sim.copied) return
    await this.cluster.ask({ do: 'revoke', device: profile.paired.device })
    profile.sync()
    await profile.rest()
    await profile.pairAgain(await this.cluster.pair({ do: 'pair', ...profile.paired }))
  }

  private async remove({ paired }: Profile): Promise<void> {
    await this.cluster.ask({ do: 'member', member: paired.member, state: 'removed' })
    this.under.push(
      pause(30 + this.chance.below(100)).then(() =>
        this.cluster.ask({ do: 'member', member: paired.member, state: 'active' }),
      ),
    )
  }

  private async fill(): Promise<void> {
    await this.cluster.ask({ do: 'fill' })
    this.under.push(pause(30 + this.chance.below(100)).then(() => this.cluster.ask({ do: 'space' })))
  }

  private async restore(): Promise<void> {
    if (!this.image || this.restored) return
    // A server on a disk that is full is not restored in the middle of it.
    await Promise.allSettled(this.under.splice(0))
    this.restored = true
    await this.cluster.restore(this.image)
  }

  /** Everything works again; within a few rounds nobody has anything left to say (I11), and all agree. */
  async end(): Promise<void> {
    const ended = await Promise.allSettled(this.under)
    for (const { reason } of ended.filter((one) => one.status === 'rejected')) throw reason
    await this.cluster.heal()
    await this.cluster.ask({ do: 'space' })
    for (const profile of this.profiles) {
      await profile.rest()
      profile.network.calm = true
      await this.cluster.ask({ do: 'member', member: profile.paired.member, state: 'active' })
      await profile.pairAgain(await this.cluster.pair({ do: 'pair', ...profile.paired }))
    }
    for (let round = 0; round < 8; round++) {
      const waiting = await this.syncAll(this.profiles)
      if (waiting === 0 && round >= 2) break
      must(round < 7, `I11 ${waiting} changes still wait`)
    }
    for (const own of ['ash', 'birch'] as const) await this.check(own)
  }

  private async syncAll(profiles: Profile[]): Promise<number> {
    let waiting = 0
    for (const { sim, network } of profiles) {
      const report = await syncNow(sim.db, { fetch: network.fetch })
      must(report.problem === null, `I11 ${sim.key} at rest: ${report.problem} ${JSON.stringify(report.stopped)}`)
      for (const { scope } of await sim.db.scopes.toArray()) waiting += await opsIn(sim.db, scope, 'queued').count()
    }
    return waiting
  }

  private async check(own: Own): Promise<void> {
    const owner = this.owners[own]
    if (!owner) throw new Error(own)
    const late = await Profile.open(this.cluster, this.chance, own, await this.cluster.pair({ do: 'pair', ...owner }))
    late.network.calm = true
    await this.syncAll([late])
    await this.syncAll([late])
    const mine = this.profiles.filter(({ sim }) => sim.own === own)
    const digests = new Map<string, Response>()
    for (const client of this.clients[own]) {
      const path = `/v1/scopes/${client}/digest`
      const headers = { authorization: `Bearer ${late.sim.token}` }
      digests.set(path, await late.network.fetch(`http://stocktake.test${path}`, { headers }))
    }
    const answered: typeof fetch = async (input) =>
      digests.get(new URL(String(input)).pathname)?.clone() ?? Response.error()
    await this.cluster.look(async (database) => {
      const world = { server: { database, fetch: answered }, tokens: { ash: owner, birch: owner } }
      for (const client of this.clients[own]) {
        const at = ({ sim }: Profile) => ({ ...sim, client })
        await checkAtRest({ world, restored: this.restored }, mine.map(at), at(late))
      }
    })
    await late.close()
  }

  async close(): Promise<void> {
    for (const profile of this.profiles) await profile.close()
  }
}

/** One history over real processes, from two new workspaces to rest. */
export async function liveThrough(cluster: Cluster, seed: number, steps = 90): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now })
  const history = new History(cluster, seed)
  try {
    await history.begin()
    for (let step = 0; step < steps; step++) await history.step()
    await history.end()
  } finally {
    vi.useRealTimers()
    await history.close()
  }
}
