import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { observed, setOp, unsetOp, Writer } from '../support/ops.ts'
import { pullAll, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
let rec: string
let mine: Writer
let theirs: Writer
beforeEach(() => {
  rec = randomUUID()
  mine = two.inA
  theirs = new Writer(two.server.a.device, two.ofA)
})

const rows = async () => (await pullAll(two.server.a.device, two.ofA)).rows
const conflicts = async () =>
  (await rows()).flatMap((row) =>
    row.kind === 'conflict' ? [{ reason: row.reason, field: row.field, value: row.value, resolved: row.resolved }] : [],
  )
const part = async () => (await rows()).find((row) => row.kind === 'record')

/** Whatever happens here, the other workspace sees none of it. */
const untouched = async () => expect((await pullAll(two.server.b.device, two.ofB)).head).toBe(0)

describe('R4 set', () => {
  test('equal value → noop, also where it is newer than the base and by another device (I13)', async () => {
    await mine.set({ rec }, 'product', 'One')
    expect(await theirs.set({ rec }, 'product', 'One')).toMatchObject({ st: 'noop', at: 1 })
    expect(await conflicts()).toEqual([])
  })

  test('equal means the same content, whatever order its keys came in', async () => {
    await mine.set({ rec }, 'unitPrice', { minor: 100, currency: 'EUR' })
    expect(await theirs.set({ rec }, 'unitPrice', { currency: 'EUR', minor: 100 })).toMatchObject({ st: 'noop' })
  })

  test('a value that the author had not seen stands; the later one is a conflict that keeps it whole (F11, I6)', async () => {
    await mine.set({ rec }, 'product', 'One')
    expect(await theirs.set({ rec }, 'product', 'Two')).toMatchObject({ st: 'conflict', at: 2 })
    expect(await part()).toMatchObject({ rev: 1, edits: { product: { value: 'One', seq: 1, by: mine.device } } })
    expect(await conflicts()).toEqual([{ reason: 'field', field: 'product', value: 'Two', resolved: false }])
    await untouched()
  })

  test('clocks that are ten years off decide nothing: what arrives first stands (F41)', async () => {
    const [one, other] = [new Writer(two.server.a.device, two.ofA), new Writer(two.server.a.device, two.ofA)]
    const rec = randomUUID()
    const at = (year: number, writer: Writer, value: string) =>
      writer.push({ ...setOp(writer.next(), { rec }, 'product', value), at: `${year}-01-01T00:00:00Z` })
    expect(await at(2016, one, 'First')).toMatchObject([{ st: 'applied' }])
    expect(await at(2036, other, 'Second')).toMatchObject([{ st: 'conflict' }])
    expect(await at(2006, one, 'Third')).toMatchObject([{ st: 'applied' }])
  })

  test('what was seen is replaced; another field is no conflict', async () => {
    await mine.set({ rec }, 'product', 'One')
    expect(await theirs.set({ rec }, 'plan', 'Big')).toMatchObject({ st: 'applied', at: 2 })
    expect(await theirs.set({ rec, base: 1 }, 'product', 'Two')).toMatchObject({ st: 'applied', at: 3 })
  })

  test('one’s own unseen edits never conflict with oneself (I7)', async () => {
    const [, second] = await mine.push(
      setOp(mine.next(), { rec }, 'product', 'One'),
      setOp(mine.next(), { rec }, 'product', 'Two'),
    )
    expect(second).toMatchObject({ st: 'applied', at: 2 })
  })

  test('the same value against a newly captured one is applied: it is pinned anew', async () => {
    await mine.set({ rec }, 'product', 'One')
    const op = { ...setOp(mine.next(), { rec, base: 1 }, 'product', 'One'), against: 'Uno' }
    expect(await mine.push(op)).toMatchObject([{ st: 'applied', at: 2 }])
    expect(await part()).toMatchObject({ edits: { product: { against: 'Uno' } } })
  })

  test('a later value by whoever has seen the conflict resolves it, also when it keeps what stands', async () => {
    await mine.set({ rec }, 'product', 'One')
    await theirs.set({ rec }, 'product', 'Two')
    expect(await mine.set({ rec, base: 1 }, 'product', 'Three')).toMatchObject({ st: 'applied' })
    expect(await conflicts()).toMatchObject([{ resolved: false }])
    expect(await mine.set({ rec, base: 3 }, 'product', 'Three')).toMatchObject({ st: 'noop', at: 4 })
    expect(await conflicts()).toMatchObject([{ resolved: true, value: 'Two' }])
  })

  test('unset is a value like any other', async () => {
    await mine.set({ rec }, 'product', 'One')
    expect(await theirs.push(unsetOp(theirs.next(), { rec }, 'product'))).toMatchObject([{ st: 'conflict' }])
    expect(await mine.push(unsetOp(mine.next(), { rec, base: 1 }, 'product'))).toMatchObject([{ st: 'applied', at: 3 }])
    expect(await part()).toMatchObject({ edits: { product: { value: null } } })
  })
})

describe('R4 del and undel', () => {
  test('a deletion with another device’s unseen edit is a conflict, and the record lives (F12)', async () => {
    await mine.set({ rec }, 'product', 'One')
    expect(await theirs.del({ rec })).toMatchObject({ st: 'conflict' })
    expect(await part()).toMatchObject({ deleted: 0 })
    expect(await conflicts()).toMatchObject([{ reason: 'delete-vs-edit' }])
    expect(await theirs.del({ rec, base: 2 })).toMatchObject({ st: 'applied', at: 3 })
    expect(await conflicts()).toMatchObject([{ resolved: true }])
  })

  test('an edit of a deleted record is a conflict, never a resurrection (I8)', async () => {
    await mine.set({ rec }, 'product', 'One')
    await mine.del({ rec, base: 1 })
    expect(await theirs.set({ rec, base: 1 }, 'product', 'Two')).toMatchObject({ st: 'conflict' })
    expect(await part()).toMatchObject({ deleted: 2 })
    expect(await conflicts()).toMatchObject([{ reason: 'edit-after-delete', value: 'Two' }])
  })

  test('undel needs to have seen the deletion, or to be by who deleted', async () => {
    await mine.set({ rec }, 'product', 'One')
    await mine.del({ rec, base: 1 })
    expect(await theirs.undel({ rec, base: 1 })).toMatchObject({ st: 'conflict' })
    expect(await conflicts()).toMatchObject([{ reason: 'stale-undelete' }])
    expect(await theirs.undel({ rec, base: 3 })).toMatchObject({ st: 'applied' })
    await mine.del({ rec, base: 4 })
    expect(await mine.undel({ rec, base: 4 })).toMatchObject({ st: 'applied' })
    expect(await part()).toMatchObject({ deleted: 0 })
  })

  test('what is there already, or was never there, is a noop', async () => {
    expect(await mine.del({ rec })).toMatchObject({ st: 'noop', at: 0 })
    expect(await mine.undel({ rec })).toMatchObject({ st: 'noop', at: 0 })
    await mine.set({ rec }, 'product', 'One')
    expect(await mine.undel({ rec, base: 1 })).toMatchObject({ st: 'noop', at: 1 })
  })
})

describe('R4 add', () => {
  test('observations never conflict; each has its row, and the record shows none but edits', async () => {
    const first = await observed(two.ofA, { seats: 5 })
    const second = await observed(two.ofA, { seats: 9 })
    await mine.add(first)
    expect(await theirs.add(second)).toMatchObject({ st: 'applied', at: 2 })
    expect((await rows()).map(({ kind }) => kind)).toEqual(['observation', 'observation'])
    await untouched()
  })

  test('what is seen after its deletion is kept, and asks once', async () => {
    const first = await observed(two.ofA, { seats: 5 })
    await mine.add(first)
    await mine.del({ rec: first.rec, base: 1 })
    expect(await theirs.add(await observed(two.ofA, { seats: 6 }))).toMatchObject({ st: 'conflict', at: 4 })
    expect(await theirs.add(await observed(two.ofA, { seats: 7 }))).toMatchObject({ st: 'applied', at: 5 })
    expect(await conflicts()).toMatchObject([{ reason: 'seen-after-delete', resolved: false }])
    expect(await mine.undel({ rec: first.rec, base: 5 })).toMatchObject({ st: 'applied' })
    expect(await conflicts()).toMatchObject([{ resolved: true }])
  })
})

describe('R4 after a purge (F20)', () => {
  beforeEach(async () => {
    await mine.set({ rec }, 'product', 'One')
    await mine.del({ rec, base: 1 })
    expect(await two.server.purge(two.server.a.id, two.ofA)).toBe(1)
  })

  test('set with a base is a conflict, not a zombie; who has seen that may make it anew', async () => {
    expect(await theirs.set({ rec, base: 1 }, 'product', 'Two')).toMatchObject({ st: 'conflict', at: 4 })
    expect(await part()).toBeUndefined()
    expect(await conflicts()).toMatchObject([{ reason: 'edit-after-purge', value: 'Two' }])
    expect(await theirs.set({ rec, base: 4 }, 'product', 'Two')).toMatchObject({ st: 'applied' })
    expect(await part()).toMatchObject({ deleted: 0, edits: { product: { value: 'Two' } } })
    expect(await conflicts()).toMatchObject([{ resolved: true }])
  })

  test('add with a base is a conflict that keeps the observation; del is a noop', async () => {
    const observation = await observed(two.ofA)
    expect(await theirs.add(observation, 7)).toMatchObject({ st: 'conflict' })
    expect(await conflicts()).toMatchObject([{ reason: 'edit-after-purge', value: observation }])
    expect(await theirs.del({ rec, base: 2 })).toMatchObject({ st: 'noop' })
  })

  test('without a base it is simply new', async () => {
    expect(await theirs.set({ rec }, 'product', 'New')).toMatchObject({ st: 'applied' })
  })
})
