import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import { newId } from '../../shared/model/id.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import type { Database } from '../db/database.ts'
import type { Opened } from './choose-file.tsx'
import { dryRun, importable, type RowVerdict } from './dry-run.ts'
import { type Mapping, mappingOf } from './mapping.ts'
import { emptyPlan, type Plan, signatureOf } from './plan.ts'
import { planFor, rememberPlan } from './remembered.ts'
import { type RowReading, readRows } from './rows.ts'
import { readSheet, type SheetReading } from './sheet.ts'
import { type Written, writeRows } from './write.ts'

/** A person's choices of where and in which language the table stands. */
export type Place = { sheet: number; header?: number; spoken?: string }

export type Step =
  | { is: 'comparing'; done: number }
  | { is: 'ready'; verdicts: RowVerdict[] }
  | { is: 'writing'; verdicts: RowVerdict[]; done: number; all: number }

export type Reading = {
  reading: SheetReading | undefined
  plan: Plan
  remembered: boolean
  /** The product was taken from the file's name. */
  guessed: boolean
  mapping: Mapping | undefined
  rows: RowReading[]
  step: Step
  written: Written | null
  say: (over: Partial<Plan>) => void
  write: () => void
  cancel: () => void
}

/** One opened file on its way: read, compared again after each word of the person, written when they say so. */
export function useImport(db: Database, client: Uuid, opened: Opened, place: Place): Reading {
  const { source, at } = opened
  const sheet = source.sheets[place.sheet]
  const reading = useMemo(() => {
    const { sheet: _, ...wish } = place
    return (
      sheet &&
      readSheet(sheet.grid, { ...wish, name: source.name, near: [source.name, sheet.name].filter(Boolean), at })
    )
  }, [sheet, place.header, place.spoken])
  const { plan, remembered, say } = usePlan(db, reading, source.name)
  const mapping = useMemo(() => (reading && plan ? mappingOf(reading, plan) : undefined), [reading, plan])
  const rows = useMemo(() => (reading && mapping && plan ? readRows(reading, mapping, plan) : []), [reading, mapping])
  const act = useMemo(() => ({ id: newId(), name: source.name, at }), [source, at])
  const [step, setStep] = useState<Step>({ is: 'comparing', done: 0 })
  const [written, setWritten] = useState<Written | null>(null)
  const [again, setAgain] = useState(0)
  const running = useRef<AbortController | null>(null)

  useEffect(() => {
    const stop = new AbortController()
    setStep({ is: 'comparing', done: 0 })
    const onProgress = (done: number) => !stop.signal.aborted && setStep({ is: 'comparing', done })
    void dryRun(db, client, rows, act, { signal: stop.signal, onProgress }).then(
      (verdicts) => verdicts && !stop.signal.aborted && setStep({ is: 'ready', verdicts }),
    )
    return () => stop.abort()
  }, [rows, client, act, again])
  // Another client is another dry run, and what was done for the former is not news here.
  useEffect(() => setWritten(null), [client])

  const write = async () => {
    if (step.is !== 'ready' || !plan || !reading) return
    const { verdicts } = step
    const due = importable(verdicts)
    const stop = new AbortController()
    running.current = stop
    setWritten(null)
    setStep({ is: 'writing', verdicts, done: 0, all: due.length })
    await rememberPlan(db, signatureOf(reading.table), plan)
    const onProgress = (done: number) => setStep({ is: 'writing', verdicts, done, all: due.length })
    setWritten(await writeRows(db, client, due, { signal: stop.signal, onProgress }))
    void tellWorker()
    setAgain((times) => times + 1)
  }
  return {
    reading,
    plan: plan ?? emptyPlan,
    remembered,
    guessed: plan !== null && plan.from !== '' && plan.from === productIn(source.name),
    mapping,
    rows,
    step,
    written,
    say,
    write: () => void write(),
    cancel: () => running.current?.abort(),
  }
}

/** What is remembered for files of this kind, then what the person says over it. */
function usePlan(db: Database, reading: SheetReading | undefined, name: string) {
  const [plan, setPlan] = useState<Plan | null>(null)
  const [remembered, setRemembered] = useState(false)
  const signature = reading && signatureOf(reading.table)
  useEffect(() => {
    if (signature === undefined) return
    let current = true
    const guess = productIn(name)
    void planFor(db, signature, guess).then((found) => {
      if (!current) return
      setPlan(found)
      setRemembered(found.type !== null || Object.keys({ ...found.columns, ...found.orders }).length > 0)
    })
    return () => {
      current = false
    }
  }, [signature])
  const say = (over: Partial<Plan>) => {
    setRemembered(false)
    setPlan((known) => ({ ...(known ?? emptyPlan), ...over }))
  }
  return { plan, remembered, say }
}

/** "slack-members-2027.csv" → Slack: a word of the file's name that the directory lists. */
function productIn(name: string): string {
  const words = name.replace(/\.[a-z]{2,4}$/i, '').split(/[^\p{L}\p{N}]+/u)
  for (const word of words)
    if (word.length >= 4 && !/^\d+$/.test(word)) {
      const vendor = resolveVendor(word)
      if (vendor) return vendor.name
    }
  return ''
}

/** The server learns of it at once; where the worker does not answer, its alarm sees to it. */
async function tellWorker(): Promise<void> {
  const { send } = await import('../messages.ts')
  await send('syncNow', {}).catch(() => undefined)
}
