import { useEffect, useState } from 'preact/hooks'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Problem } from '../../../shared/problem.ts'
import type { Database } from '../../db/database.ts'
import { storedValue } from '../../db/storage-problem.ts'
import { t } from '../../ui/language.ts'
import { saveFile } from '../../ui/save-file.ts'
import { toast } from '../../ui/toasts.tsx'
import { fileName } from '../file-name.ts'
import type { Progress, Running } from '../running.ts'
import { archiveOf } from './archive.ts'
import { clientWorkbook, type ListsOf } from './client-workbook.ts'
import type { Kind } from './words.ts'

type Saved = { name: string; size: number; count: number }
export type Step =
  | { is: 'idle' | 'canceled' }
  | { is: 'running'; progress: Progress }
  | ({ is: 'saved' } & Saved)
  | { is: 'failed'; problem: Problem }

export type Wish = { db: Database; client: { id: Uuid; name: string }; today: Day; listsOf: ListsOf }
export type Exporting = { step: Step; start: () => void; cancel: () => void }

/** One file on its way: begun by a person, given up by them or when they leave, and saved when it is whole. */
export function useExport(kind: Kind, wish: Wish): Exporting {
  const [step, setStep] = useState<Step>({ is: 'idle' })
  const [run, setRun] = useState<AbortController | null>(null)
  useEffect(() => () => run?.abort(), [run])
  const start = async () => {
    const stop = new AbortController()
    setRun(stop)
    const onProgress = (progress: Progress) => setStep({ is: 'running', progress })
    try {
      const made = await storedValue(() => makes[kind](wish, { signal: stop.signal, onProgress }))
      stop.signal.throwIfAborted()
      if (!made.ok) return setStep({ is: 'failed', problem: made.problem })
      const { file, count } = made.value
      const name = fileName([wish.client.name], wish.today, endings[kind])
      saveFile(name, file)
      setStep({ is: 'saved', name, size: file.size, count })
    } catch (error) {
      if (stop.signal.aborted) return setStep({ is: 'canceled' })
      setStep({ is: 'idle' })
      toast(t('export.failed'))
      throw error
    }
  }
  return { step, start: () => void start(), cancel: () => run?.abort() }
}

const endings: Record<Kind, string> = { workbook: 'xlsx', archive: 'json' }

const makes: Record<Kind, (wish: Wish, running: Running) => Promise<{ file: Blob; count: number }>> = {
  workbook: async ({ db, client, today, listsOf }, running) => {
    const { file, rows } = await clientWorkbook(db, client.id, today, listsOf, running)
    return { file, count: rows }
  },
  archive: async ({ db, client }, running) => {
    const { file, records } = await archiveOf(db, client.id, new Date(), running)
    return { file, count: records }
  },
}
