import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { storedValue } from '../db/storage-problem.ts'
import type { RowSteps } from '../heuristics/steps.ts'
import type { Opened } from './choose-file.tsx'
import { dryRun, importable, type RowVerdict } from './dry-run.ts'
import { type Mapping, mappingOf } from './mapping.ts'
import { emptyPlan, type Plan, signatureOf } from './plan.ts'
import { rememberPlan } from './remembered.ts'
import { type RowReading, rowSteps } from './rows.ts'
import { type SheetReading, sheetSteps } from './sheet.ts'
import { type TakenBack, takeBack } from './take-back.ts'
import { type SaidPlan, usePlan } from './use-plan.ts'
import { useSteps } from './use-steps.ts'
import { type Written, writeRows } from './write.ts'

/** A person's choices of where and in which language the table stands. */
export type Place = { sheet: number; header?: number; spoken?: string }

export type Step =
  | { is: 'reading' | 'checking' | 'comparing'; done: number; all: number }
  | { is: 'ready'; verdicts: RowVerdict[] }
  | { is: 'writing' | 'deleting'; verdicts: RowVerdict[]; done: number; all: number }
  | { is: 'failed'; problem: Problem }

export type Client = { id: Uuid; name: string }
/** What an import did, for whom. */
export type Result = Written & { client: Client; back: TakenBack | null }

export type Reading = Omit<SaidPlan, 'plan'> & {
  reading: SheetReading | undefined
  plan: Plan
  /** Nobody knows yet what was said before. */
  settling: boolean
  mapping: Mapping | undefined
  rows: RowReading[]
  step: Step
  result: Result | null
  write: () => void
  takeBack: () => void
  cancel: () => void
}

/** One opened file on its way: read, compared again after each word of the person, written when they say so. */
export function useImport(db: Database, client: Client, opened: Opened, place: Place): Reading {
  const { source, at } = opened
  const sheet = source.sheets[place.sheet]
  const read = useSteps(() => stepsOf(opened, place), undefined, [sheet, place.header, place.spoken])
  const reading = read.value
  const { plan, ...said } = usePlan(db, reading, source.name)
  const mapping = useMemo(() => (reading && plan ? mappingOf(reading, plan) : undefined), [reading, plan])
  const checked = useSteps(() => checkedSteps(reading, mapping, plan), noRows, [reading, mapping])
  const rows = checked.value
  const act = useMemo(() => ({ id: newId(), name: source.name, at }), [source, at])
  const [again, setAgain] = useState(0)
  const wish = useMemo(() => ({}), [rows, client.id, act, again])
  const [told, setTold] = useState<{ wish: object; step: Step }>({ wish, step: comparing(0, 0) })
  const [result, setResult] = useState<Result | null>(null)
  const writing = useRef<AbortController | null>(null)
  const all = reading?.table.rows.length ?? 0
  // What was found out for an earlier wish is not shown for this one, not even for a moment: a button hangs on it.
  const step: Step = !read.current
    ? { is: 'reading', done: read.done, all: Math.max(0, (sheet?.grid.length ?? 0) - 1) }
    : !checked.current
      ? { is: 'checking', done: checked.done, all }
      : told.wish === wish
        ? told.step
        : comparing(0, all)

  useEffect(() => {
    if (rows === noRows) return
    const stop = new AbortController()
    const show = (next: Step) => !stop.signal.aborted && setTold({ wish, step: next })
    const onProgress = (done: number) => show(comparing(done, rows.length))
    onProgress(0)
    void storedValue(() => dryRun(db, client.id, rows, act, { signal: stop.signal, onProgress })).then((run) => {
      if (!run.ok) show({ is: 'failed', problem: run.problem })
      else if (run.value) show({ is: 'ready', verdicts: run.value })
    })
    return () => stop.abort()
  }, [wish])
  // Another client is another dry run; what is being written for the former stops after its batch.
  useEffect(() => {
    setResult(null)
    return () => writing.current?.abort()
  }, [client.id])

  const write = async () => {
    if (step.is !== 'ready' || !plan || !reading) return
    const { verdicts } = step
    const due = importable(verdicts)
    const stop = new AbortController()
    writing.current = stop
    const onProgress = (done: number) =>
      !stop.signal.aborted && setTold({ wish, step: { is: 'writing', verdicts, done, all: due.length } })
    setResult(null)
    onProgress(0)
    // What cannot be remembered is no reason not to import.
    await storedValue(() => rememberPlan(db, signatureOf(reading.table), plan))
    const written = await writeRows(db, client.id, due, { signal: stop.signal, onProgress })
    setResult({ ...written, client, back: null })
    setAgain((times) => times + 1)
  }
  const undo = async () => {
    if (!result || step.is !== 'ready') return
    const { verdicts } = step
    const all = result.added.length
    const onProgress = (done: number) => setTold({ wish, step: { is: 'deleting', verdicts, done, all } })
    onProgress(0)
    const back = await takeBack(db, { added: result.added, client: result.client.id, capture: act.id }, onProgress)
    setResult({ ...result, back })
    setAgain((times) => times + 1)
  }
  return {
    ...said,
    reading,
    plan: plan ?? emptyPlan,
    settling: plan === null,
    mapping,
    rows,
    step,
    // What ended after a switch was done for the former client, and is not told under this one.
    result: result?.client.id === client.id ? result : null,
    write: () => void write(),
    takeBack: () => void undo(),
    cancel: () => writing.current?.abort(),
  }
}

/** Until a file is read there are none. */
const noRows: RowReading[] = []

const comparing = (done: number, all: number): Step => ({ is: 'comparing', done, all })

function* stepsOf({ source, at }: Opened, { sheet: nth, ...wish }: Place): RowSteps<SheetReading | undefined> {
  const sheet = source.sheets[nth]
  const near = [source.name, sheet?.name ?? ''].filter(Boolean)
  return sheet && (yield* sheetSteps(sheet.grid, { ...wish, name: source.name, near, at }))
}

function* checkedSteps(
  reading: SheetReading | undefined,
  mapping: Mapping | undefined,
  plan: Plan | null,
): RowSteps<RowReading[]> {
  return reading && mapping && plan ? yield* rowSteps(reading, mapping, plan) : noRows
}
