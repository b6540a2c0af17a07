/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx'
import type { Person } from '../people/auth.ts'
import type { OwnDevice } from '../people/memberships.ts'
import type { ListedSession } from '../people/sessions.ts'
import { Field, Hidden, NewPassword, Page, Wrong } from './page.tsx'

/** What was done is said on the page that follows, by its name alone. */
export const done = {
  session: 'That session has ended.',
  sessions: 'Every other session has ended.',
  renamed: 'The device has its new name.',
  device: 'The device is disconnected. What it holds stays on it, and it gets nothing any more.',
  devices: 'Every device is disconnected. What they hold stays on them, and they get nothing any more.',
  password:
    'Your password is changed, and every other session has ended. Your devices, passkeys and linked single sign-on stay: they do not use the password. So do API keys and calendar addresses that you made. If you think that somebody else has one of them, remove it.',
  'password-set':
    'Your password is set, and every other session has ended. You sign in with it or as before, and can now add a passkey or the code of an app.',
  'passkey-added': 'The passkey is added: it signs you in from now on.',
  'passkey-removed': 'The passkey is removed, and signs nobody in any more.',
  'second-factor-off': 'Sign-in asks for no code any more, and the backup codes are worth nothing.',
} as const
export type Done = keyof typeof done

/** Which of the page's forms went wrong, and how. */
export type Refused = { form: 'password' | 'second factor' | 'passkeys' | 'devices'; why: string }

type Account = {
  person: Person
  devices: OwnDevice[]
  sessions: ListedSession[]
  /** False where the firm's own sign-in knows them, and this server no password. */
  password: boolean
  said?: Done | undefined
  refused?: Refused | undefined
}

export const AccountPage = ({
  person,
  said,
  refused,
  devices,
  sessions,
  password,
  children,
}: PropsWithChildren<Account>) => (
  <Page title="Your account">
    <section>
      <h1>Your account</h1>
      <p>
        {`Signed in as ${person.name} (${person.email}). `}
        <a href="/">Back</a>
      </p>
      {said && (
        <p class="done" role="status">
          {done[said]}
        </p>
      )}
    </section>
    <Sessions sessions={sessions} />
    {password && <Password refused={refused} />}
    {children}
    <Devices devices={devices} refused={refused} />
  </Page>
)

const minute = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`

const Sessions = ({ sessions }: { sessions: ListedSession[] }) => (
  <section>
    <h2>Where you are signed in</h2>
    <ul>
      {sessions.map(({ id, browser, since, used, thisOne }) => (
        <li>
          <span>
            {browser}
            <small>
              {thisOne
                ? `this session, since ${minute(since)}`
                : `since ${since.slice(0, 10)}, last used ${minute(used)}`}
            </small>
          </span>
          {!thisOne && (
            <form method="post" action="/account/sessions/end">
              <Hidden values={{ session: id }} />
              <button type="submit" aria-label={`End the session of ${browser} since ${minute(since)}`}>
                End
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <form method="post" action="/account/sessions/end-others" class="actions">
        <button type="submit">End all others</button>
      </form>
    )}
  </section>
)

const Password = ({ refused }: { refused?: Refused | undefined }) => (
  <section id="password-section">
    <h2>Password</h2>
    <p>
      A new password ends every other session. Your devices stay connected, as they do not use it; you can disconnect
      them below.
    </p>
    <form method="post" action="/account/password">
      <Wrong>{refused?.form === 'password' && refused.why}</Wrong>
      <Field name="password" label="Current password" type="password" autocomplete="current-password" maxlength={200} />
      <NewPassword name="new_password" label="New password" />
      <div class="actions">
        <button type="submit">Change the password</button>
      </div>
    </form>
  </section>
)

const Devices = ({ devices, refused }: { devices: OwnDevice[]; refused?: Refused | undefined }) => (
  <section>
    <h2>Devices</h2>
    <Wrong>{refused?.form === 'devices' && refused.why}</Wrong>
    {devices.length === 0 ? (
      <p>None. In the extension’s popup, choose “Connect to a server” and give this address.</p>
    ) : (
      <>
        <ul>
          {devices.map((device) => (
            <Device {...device} several={new Set(devices.map(({ workspace }) => workspace)).size > 1} />
          ))}
        </ul>
        <form method="post" action="/account/devices/disconnect-all" class="actions">
          <button type="submit">Disconnect all devices</button>
        </form>
      </>
    )}
  </section>
)

const Device = ({ workspace, of, device, name, pairedOn, seenOn, several }: OwnDevice & { several: boolean }) => (
  <li class="tall">
    <div>
      <span>
        {name}
        <small>{`${several ? `${of}, ` : ''}paired ${pairedOn}, last seen ${seenOn}`}</small>
      </span>
      <form method="post" action="/account/devices/disconnect">
        <Hidden values={{ workspace, device }} />
        <button type="submit" aria-label={`Disconnect ${name}`}>
          Disconnect
        </button>
      </form>
    </div>
    <details>
      <summary aria-label={`Rename ${name}`}>Rename</summary>
      <form method="post" action="/account/devices/rename" class="inline">
        <Hidden values={{ workspace, device }} />
        <input name="name" value={name} maxlength={80} required aria-label={`New name of ${name}`} autocomplete="off" />
        <button type="submit">Save</button>
      </form>
    </details>
  </li>
)
