import { useState } from 'preact/hooks'
import { type Problem, problem as problemOf } from '../../shared/problem.ts'
import { focusFirst } from '../ui/focus.ts'
import { hostOf } from '../ui/format.ts'
import { ProblemNote } from '../ui/note.tsx'
import { toast } from '../ui/toasts.tsx'
import { thisDevice } from './this-device.ts'
import { words } from './words.ts'

type Props = { deviceName: string | null; url: string | null; onDone: () => void }

/** Address and name; everything else happens in the server's own sign-in window. */
export function ConnectForm({ deviceName, url, onDone }: Props) {
  const [address, setAddress] = useState(url ?? '')
  const [name, setName] = useState(deviceName || thisDevice(navigator.userAgent))
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const connect = async () => {
    setWaiting(true)
    setProblem(await askToConnect(address.trim(), name.trim(), onDone))
    setWaiting(false)
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

async function askToConnect(url: string, deviceName: string, onDone: () => void): Promise<Problem | null> {
  const { send } = await import('../messages.ts')
  try {
    const outcome = await send('connectServer', { url, deviceName })
    if (!outcome.ok) return outcome.problem
    toast(words.connected(hostOf(url)))
    onDone()
    return null
  } catch {
    return { ...problemOf('INTERNAL'), happened: words.failed, safe: '', next: '' }
  }
}
