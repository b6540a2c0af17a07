import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { storedValue } from '../db/storage-problem.ts'
import type { Opened } from './choose-file.tsx'
import { dryRun, importable, type RowVerdict } from './dry-run.ts'
import { type Mapping, mappingOf } from './mapping.ts'
import { emptyPlan, type Plan, signatureOf } from './plan.ts'
import { rememberPlan } from './remembered.ts'
import { type RowReading, readRows } from './rows.ts'
import { readSheet, type SheetReading } from './sheet.ts'
import { type SaidPlan, usePlan } from './use-plan.ts'
import { type Written, writeRows } from './write.ts'

/** A person's choices of where and in which language the table stands. */
export type Place = { sheet: number; header?: number; spoken?: string }

export type Step =
  | { is: 'comparing'; done: number }
  | { is: 'ready'; verdicts: RowVerdict[] }
  | { is: 'writing'; verdicts: RowVerdict[]; done: number; all: number }
  | { is: 'failed'; problem: Problem }

export type Client = { id: Uuid; name: string }
/** What an import did, for whom. */
export type Result = Written & { client: string }

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
  cancel: () => void
}

/** One opened file on its way: read, compared again after each word of the person, written when they say so. */
export function useImport(db: Database, client: Client, opened: Opened, place: Place): Reading {
  const { source, at } = opened
  const sheet = source.sheets[place.sheet]
  const reading = useMemo(() => {
    const { sheet: _, ...wish } = place
    const near = [source.name, sheet?.name ?? ''].filter(Boolean)
    return sheet && readSheet(sheet.grid, { ...wish, name: source.name, near, at })
  }, [sheet, place.header, place.spoken])
  const { plan, ...said } = usePlan(db, reading, source.name)
  const mapping = useMemo(() => (reading && plan ? mappingOf(reading, plan) : undefined), [reading, plan])
  const rows = useMemo(() => (reading && mapping && plan ? readRows(reading, mapping, plan) : []), [reading, mapping])
  const act = useMemo(() => ({ id: newId(), name: source.name, at }), [source, at])
  const [step, setStep] = useState<Step>({ is: 'comparing', done: 0 })
  const [result, setResult] = useState<Result | null>(null)
  const [again, setAgain] = useState(0)
  const writing = useRef<AbortController | null>(null)

  useEffect(() => {
    const stop = new AbortController()
    const show = (next: Step) => !stop.signal.aborted && setStep(next)
    const onProgress = (done: number) => show({ is: 'comparing', done })
    onProgress(0)
    void storedValue(() => dryRun(db, client.id, rows, act, { signal: stop.signal, onProgress })).then((run) => {
      if (!run.ok) show({ is: 'failed', problem: run.problem })
      else if (run.value) show({ is: 'ready', verdicts: run.value })
    })
    return () => stop.abort()
  }, [rows, client.id, act, again])
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
      !stop.signal.aborted && setStep({ is: 'writing', verdicts, done, all: due.length })
    setResult(null)
    onProgress(0)
    // What cannot be remembered is no reason not to import.
    await storedValue(() => rememberPlan(db, signatureOf(reading.table), plan))
    const written = await writeRows(db, client.id, due, { signal: stop.signal, onProgress })
    setResult({ ...written, client: client.name })
    void tellWorker()
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
    result,
    write: () => void write(),
    cancel: () => writing.current?.abort(),
  }
}

/** The server learns of it at once; where the worker does not answer, its alarm sees to it. */
async function tellWorker(): Promise<void> {
  const { send } = await import('../messages.ts')
  await send('syncNow', {}).catch(() => undefined)
}
