import { useState } from 'preact/hooks'
import type { Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { focusFirst } from '../ui/focus.ts'
import { hostOf } from '../ui/format.ts'
import { Note, ProblemNote } from '../ui/note.tsx'
import { toast } from '../ui/toasts.tsx'
import { askToConnect, type CodeToType } from './ask-to-connect.ts'
import { thisDevice } from './this-device.ts'
import { words } from './words.ts'

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
    toast(words.connected(hostOf(address.trim())))
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
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <label class="field">
        <span>{words.address}</span>
        <input
          ref={focusFirst}
          class="field-input"
          inputMode="url"
          autoComplete="url"
          spellcheck={false}
          placeholder={words.addressPlaceholder}
          required
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{words.device}</span>
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
          title={words.codeTitle(code.code)}
          actions={
            <a class="button" href={code.page} target="_blank" rel="noreferrer">
              {words.openPage}
            </a>
          }
        >
          {words.code}
        </Note>
      )}
      <div class="connect-actions">
        <button type="button" class="button" onClick={onDone}>
          {words.back}
        </button>
        <button type="submit" class="button main" disabled={waiting || address.trim() === '' || name.trim() === ''}>
          {waiting ? words.waiting : words.open}
        </button>
      </div>
    </form>
  )
}
