import { Copy, Download, Pause, Pencil, Play, TextCursorInput, Trash2, Upload } from 'lucide'
import { useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { deleteRecord, editField, undeleteRecord } from '../records/edit.ts'
import { focusFirst } from '../ui/focus.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { problemWords } from '../ui/problem-words.ts'
import { jsonFile, saveFile } from '../ui/save-file.ts'
import { toast } from '../ui/toasts.tsx'
import { fileOf, proposalOf, readFile } from './file.ts'
import { isAbout } from './reopen.ts'
import { listTaught, saveTaught, type Taught } from './taught.ts'

type ListProps = {
  db: Database
  list: Taught[]
  /** The page that can be taught now. */
  here: string | null
  /** What was changed last: the keyboard is back there. */
  last: Uuid | undefined
  /** Absent where no page is at hand on which it could be shown anew. */
  onChange?: (one: Taught) => void
}

/** What was taught in this workspace, by whomever: rename, pause, delete, take along. */
export function TaughtList({ db, list, here, last, onChange }: ListProps) {
  return (
    <section class="taught" aria-label={t('teach.taught')}>
      <h2>{t('teach.taught')}</h2>
      {list.length === 0 ? (
        <p class="faint">{t('teach.none')}</p>
      ) : (
        <ul>
          {list.map((one) => (
            <TaughtRow
              key={one.id}
              db={db}
              one={one}
              here={here !== null && isHere(one, here)}
              last={one.id === last}
              {...(onChange ? { onChange } : {})}
            />
          ))}
        </ul>
      )}
      <label class="button import">
        <Icon of={Upload} /> {t('common.importFile')}
        <input
          type="file"
          class="aside"
          accept=".json,application/json"
          onChange={async ({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) await importFile(db, await file.text())
            currentTarget.value = ''
          }}
        />
      </label>
    </section>
  )
}

async function importFile(db: Database, text: string): Promise<void> {
  const file = readFile(text)
  if (!file) return toast(t('teach.importFailed'))
  const reads = JSON.stringify([file.vendor, file.definition])
  const known = (await listTaught(db)).find(({ vendor, definition }) => JSON.stringify([vendor, definition]) === reads)
  if (known) return toast(t('teach.known', known.name))
  const saved = await saveTaught(db, file)
  toast(saved.ok ? t('teach.imported', file.name) : problemWords(saved.problem).happened)
}

const isHere = ({ definition }: Taught, url: string): boolean => definition !== null && isAbout(definition, url)

type RowProps = { db: Database; one: Taught; here: boolean; last: boolean; onChange?: (one: Taught) => void }

function TaughtRow({ db, one, here, last, onChange }: RowProps) {
  const { id, scope, name, vendor, paused, definition } = one
  const [renaming, setRenaming] = useState(false)
  const rename = (to: string) => {
    setRenaming(false)
    if (to.trim() !== '' && to.trim() !== name) void editField(db, scope, id, 'name', to.trim())
  }
  const remove = () =>
    void deleteRecord(db, scope, id).then(() =>
      toast(t('teach.deleted', name), () => void undeleteRecord(db, scope, id)),
    )
  const known = definition && { name, vendor, definition }
  return (
    <li class="taught-row">
      {renaming ? (
        <input
          ref={focusFirst}
          class="field-input compact"
          aria-label={t('teach.rename', name)}
          defaultValue={name}
          maxLength={120}
          onBlur={(event) => rename(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename(event.currentTarget.value)
            if (event.key !== 'Escape') return
            // Taken away, it loses the focus, which keeps what stands in it: the former name.
            event.currentTarget.value = name
            setRenaming(false)
          }}
        />
      ) : (
        <span class="taught-name">
          <span class="cut">
            <strong>{name}</strong> <span class="faint">{vendor}</span>
            {definition && <span class="faint"> · {t('settings.connectors.version', definition.version)}</span>}
          </span>
          {here && <span class="badge accent">{t('teach.thisPage')}</span>}
          {paused && <span class="badge">{t('teach.paused')}</span>}
        </span>
      )}
      <span class="actions">
        {here && onChange && (
          <button
            type="button"
            ref={last ? focusFirst : null}
            class="button"
            aria-label={t('teach.change', name)}
            onClick={() => onChange(one)}
          >
            {t('common.change')}
          </button>
        )}
        {definition && !here && onChange && (
          <Act icon={Pencil} label={t('teach.change', name)} onClick={() => onChange(one)} />
        )}
        <Act icon={TextCursorInput} label={t('teach.rename', name)} onClick={() => setRenaming(true)} />
        <Act
          icon={paused ? Play : Pause}
          label={paused ? t('teach.resume', name) : t('teach.pause', name)}
          onClick={() => void editField(db, scope, id, 'paused', !paused)}
        />
        {known && <Act icon={Download} label={t('teach.export', name)} onClick={() => download(name, fileOf(known))} />}
        {known && (
          <Act
            icon={Copy}
            label={t('teach.propose', name)}
            onClick={() => void navigator.clipboard.writeText(proposalOf(known)).then(() => toast(t('teach.copied')))}
          />
        )}
        <Act icon={Trash2} label={t('teach.delete', name)} onClick={remove} />
      </span>
      {!definition && <p class="tone-soon">{t('teach.unknown')}</p>}
    </li>
  )
}

type ActProps = { icon: Parameters<typeof Icon>[0]['of']; label: string; onClick: () => void }
const Act = ({ icon, label, onClick }: ActProps) => (
  <button type="button" class="button quiet square" aria-label={label} title={label} onClick={onClick}>
    <Icon of={icon} />
  </button>
)

const download = (name: string, text: string) =>
  saveFile(`${name.replace(/[^\p{L}\p{N}-]+/gu, '-')}.stocktake.json`, jsonFile(text))
