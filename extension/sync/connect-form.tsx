import { useState } from 'preact/hooks'
import type { Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { focusFirst } from '../ui/focus.ts'
import { hostOf } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { Note, ProblemNote } from '../ui/note.tsx'
import { toast } from '../ui/toasts.tsx'
import { askToConnect, type CodeToType } from './ask-to-connect.ts'
import { thisDevice } from './this-device.ts'

const anAddress = 'https://stocktake.example.com'

type Props = { db: Database; deviceName: string | null; url: string | null; onDone: () => void }

/** Address and name; everything else happens in the server's own sign-in window. */
export function ConnectForm({ db, deviceName, url, onDone }: Props) {
  const [address, setAddress] = useState(url ?? '')
  const [name, setName] = useState(deviceName || thisDevice(navigator.userAgent))
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [code, setCode] = useState<CodeToType | null>(null)
  const connect = async () => {
    setWaiting(true)
    setProblem(null)
    const refused = await askToConnect(db, address.trim(), name.trim(), setCode)
    setProblem(refused)
    setCode(null)
    setWaiting(false)
    if (refused) return
    toast(t('sync.connected', hostOf(address.trim())))
    onDone()
  }
  return (
    <form
      class="connect"
      onSubmit={(event) => {
        event.preventDefault()
        void connect()
      }}
    >
      <h1>{t('sync.title')}</h1>
      <p class="soft">{t('sync.lead')}</p>
      <label class="field">
        <span>{t('sync.address')}</span>
        <input
          ref={focusFirst}
          class="field-input"
          inputMode="url"
          autoComplete="url"
          spellcheck={false}
          placeholder={anAddress}
          required
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t('sync.device')}</span>
        <input
          class="field-input"
          maxLength={80}
          required
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {problem && <ProblemNote problem={problem} />}
      {code && (
        <Note
          title={t('sync.codeTitle', code.code)}
          actions={
            <a class="button" href={code.page} target="_blank" rel="noreferrer">
              {t('sync.openPage')}
            </a>
          }
        >
          {t('sync.code')}
        </Note>
      )}
      <div class="connect-actions">
        <button type="button" class="button" onClick={onDone}>
          {t('common.back')}
        </button>
        <button type="submit" class="button main" disabled={waiting || address.trim() === '' || name.trim() === ''}>
          {waiting ? t('sync.waiting') : t('sync.open')}
        </button>
      </div>
    </form>
  )
}
