/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Field, Hidden, Wrong } from './page.tsx'

export type ListedPasskey = { id: string; name: string; since: string; used: string | null }

/** A page with a form for a passkey carries the one script that there is. */
const Script = () => <script type="module" src="/passkeys.js" />

/** What the script has to say. */
const Said = () => <p class="wrong" role="alert" hidden />

type Standing = { passkeys: ListedPasskey[]; name: string; wrong?: string | undefined }

export const Passkeys = ({ passkeys, name, wrong }: Standing) => (
  <section>
    <h2>Passkeys</h2>
    <p>A passkey signs you in without the password, by the lock of your computer, phone or security key.</p>
    <Wrong>{wrong}</Wrong>
    {passkeys.length > 0 && (
      <ul>
        {passkeys.map((passkey) => (
          <li>
            <span>
              {passkey.name}
              <small>
                {`since ${passkey.since.slice(0, 10)}, ${passkey.used ? `last used ${passkey.used.slice(0, 10)}` : 'not used yet'}`}
              </small>
            </span>
            <form method="post" action="/account/passkeys/remove">
              <Hidden values={{ passkey: passkey.id }} />
              <button type="submit" aria-label={`Remove ${passkey.name}`}>
                Remove
              </button>
            </form>
          </li>
        ))}
      </ul>
    )}
    <p data-without-passkeys>This browser offers none here: a passkey needs HTTPS, and a server that has a name.</p>
    <details data-with-passkeys hidden>
      <summary>Add a passkey</summary>
      <form method="post" action="/account/passkeys" data-passkey="create" data-options="/account/passkeys/options">
        <Hidden values={{ credential: '' }} />
        <Said />
        <Field
          id="passkey-name"
          name="name"
          label="Name"
          hint="By which you know it again."
          value={name}
          maxlength={80}
        />
        <Field
          id="password-passkey"
          name="password"
          label="Your password"
          type="password"
          autocomplete="current-password"
          maxlength={200}
        />
        <div class="actions">
          <button type="submit">Add it</button>
        </div>
      </form>
    </details>
    <Script />
  </section>
)

export const PasskeySignIn = ({ next }: { next: string }) => (
  <section data-with-passkeys hidden>
    <form method="post" action="/sign-in/passkey" data-passkey="get" data-options="/sign-in/passkey/options">
      <Hidden values={{ next, credential: '' }} />
      <Said />
      <button type="submit">Use a passkey instead</button>
    </form>
    <Script />
  </section>
)
