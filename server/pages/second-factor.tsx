/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { encodeQR } from 'qr'
import { Field, Hidden, Page, Wrong } from './page.tsx'

/** What is asked of a person again before something of their account is weakened. */
const ThePassword = ({ id }: { id: string }) => (
  <Field
    id={id}
    name="password"
    label="Your password"
    type="password"
    autocomplete="current-password"
    maxlength={200}
  />
)

type Standing = { on: boolean; left?: number | undefined; wrong?: string | undefined }

export const SecondFactor = ({ on, left, wrong }: Standing) => (
  <section>
    <h2>Code of an app at sign-in</h2>
    <Wrong>{wrong}</Wrong>
    {on ? (
      <>
        <p>
          On: after the password, sign-in asks for the code that your app shows.{' '}
          {left === undefined ? 'The backup codes cannot be read.' : `${left} of 10 backup codes are left.`}
        </p>
        <details>
          <summary>New backup codes</summary>
          <form method="post" action="/account/second-factor/backup-codes">
            <ThePassword id="password-backup-codes" />
            <div class="actions">
              <button type="submit">Make ten new ones</button>
            </div>
          </form>
        </details>
        <details>
          <summary>Switch it off</summary>
          <form method="post" action="/account/second-factor/off">
            <ThePassword id="password-off" />
            <div class="actions">
              <button type="submit">Switch it off</button>
            </div>
          </form>
        </details>
      </>
    ) : (
      <>
        <p>
          Off. With it, a stolen password alone opens nothing. Any authenticator app will do. Your other sessions end
          when it is on.
        </p>
        <details open={wrong !== undefined}>
          <summary>Set it up</summary>
          <form method="post" action="/account/second-factor/begin">
            <ThePassword id="password-begin" />
            <div class="actions">
              <button type="submit">Continue</button>
            </div>
          </form>
        </details>
      </>
    )}
  </section>
)

/** Four signs each, as people copy them. */
const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? ''

export const SetUpPage = ({ uri, wrong }: { uri: string; wrong?: string }) => (
  <Page title="Set up your app">
    <section>
      <h1>Set up your app</h1>
      <p>Scan this with an authenticator app, then type the code that it shows. Until then nothing changes.</p>
      <Square text={uri} />
      <p>
        Or type this secret: <span class="secret">{inGroups(new URL(uri).searchParams.get('secret') ?? '')}</span>
      </p>
      <form method="post" action="/account/second-factor/confirm">
        <Wrong>{wrong}</Wrong>
        <CodeField label="Code" />
        <div class="actions">
          <button type="submit" class="main">
            Switch it on
          </button>
          <a href="/account">Leave it off</a>
        </div>
      </form>
    </section>
  </Page>
)

const CodeField = ({ label, hint }: { label: string; hint?: string }) => (
  <Field
    name="code"
    label={label}
    {...(hint === undefined ? {} : { hint })}
    autocomplete="one-time-code"
    maxlength={20}
    class="code plain"
    autofocus
  />
)

/** Always dark on white, whatever the page's colors: not every camera reads it the other way round. */
const Square = ({ text }: { text: string }) => {
  const cells = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const dark = cells.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="square" viewBox={`0 0 ${cells.length} ${cells.length}`} role="img" shape-rendering="crispEdges">
      <title>The secret for your app, as a QR code</title>
      <path fill="#ffffff" d={`M0 0h${cells.length}v${cells.length}H0z`} />
      <path fill="#000000" d={dark.join('')} />
    </svg>
  )
}

export const BackupCodesPage = ({ codes, first }: { codes: string[]; first: boolean }) => (
  <Page title="Your backup codes">
    <section>
      <h1>Your backup codes</h1>
      <p>
        {first
          ? 'It is on. Without your app, each of these signs you in once.'
          : 'Each of these signs you in once, in the place of your app. The former ones are worth nothing any more.'}{' '}
        They are shown this once: print them, or keep them with your passwords.
      </p>
      <ol class="codes">
        {codes.map((code) => (
          <li>{code}</li>
        ))}
      </ol>
      <div class="actions">
        <a href="/account">I have kept them</a>
      </div>
    </section>
  </Page>
)

export const SecondStepPage = ({ next, wrong }: { next: string; wrong?: string }) => (
  <Page title="Sign in">
    <section>
      <h1>One more step</h1>
      <p>Your password is right. Now the code that your app shows.</p>
      <form method="post" action="/sign-in/code">
        <Hidden values={{ next }} />
        <Wrong>{wrong}</Wrong>
        <CodeField label="Code" hint="Six digits, or one of your backup codes." />
        <div class="actions">
          <button type="submit" class="main">
            Sign in
          </button>
          <a href="/sign-in">Start again</a>
        </div>
      </form>
    </section>
  </Page>
)
