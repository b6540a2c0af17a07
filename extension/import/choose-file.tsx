import { FileSpreadsheet, Upload } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import type { Outcome, Problem } from '../../shared/problem.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { ProblemNote } from '../ui/note.tsx'
import { gridFromHtml } from './pasted.ts'
import { maxRows } from './separated.ts'
import { openFile, openPasted, type Source } from './source.ts'

/** A source, with the bytes of a file so that it can be read another way. */
export type Opened = { source: Source; bytes: Uint8Array | null; at: string }

/** The start: a file by button or drop, a table by paste. What cannot be read says why, here. */
export function ChooseFile({ onOpened }: { onOpened: (opened: Opened) => void }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  const take = (outcome: Outcome<Source>, bytes: Uint8Array | null) => {
    setBusy(null)
    if (outcome.ok) onOpened({ source: outcome.value, bytes, at: new Date().toISOString() })
    else setProblem(outcome.problem)
  }
  const open = async (file: File | undefined) => {
    if (!file) return
    setProblem(null)
    setBusy(file.name)
    const bytes = new Uint8Array(await file.arrayBuffer())
    take(await openFile(file.name, bytes), bytes)
  }
  const paste = (event: ClipboardEvent) => {
    const copied = event.clipboardData
    if (!copied) return
    event.preventDefault()
    setProblem(null)
    if (copied.files[0]) void open(copied.files[0])
    else take(openPasted(gridFromHtml(copied.getData('text/html')), copied.getData('text/plain')), null)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways; the button and the paste field are for everybody
    <div
      class={`choose ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void open(event.dataTransfer?.files[0])
      }}
      onPaste={paste}
    >
      <Icon of={FileSpreadsheet} />
      <h1>{t('import.chooseTitle')}</h1>
      <p class="soft">{t('import.chooseText')}</p>
      <p class="choose-file">
        <button type="button" class="button main" disabled={busy !== null} onClick={() => input.current?.click()}>
          <Icon of={Upload} /> {t('import.chooseFile')}
        </button>
        <span class="faint">{t('import.dropHere')}</span>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.tab,.xlsx,.xlsm,text/csv,text/tab-separated-values"
          onChange={(event) => {
            void open(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </p>
      <p class="faint">{t('import.formats', maxRows)}</p>
      <label class="field paste">
        <span>{t('import.pasteLabel')}</span>
        <textarea class="field-input" rows={2} placeholder={t('import.pasteHint')} value="" />
      </label>
      {problem && <ProblemNote problem={problem} tone="late" />}
      <p class="faint" role="status">
        {busy !== null && t('import.opening', busy)}
      </p>
    </div>
  )
}
