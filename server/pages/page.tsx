/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import { passwordLength } from '../people/account.ts'

/** `wide`: for a table instead of a form. */
export function Page({ title, wide, children }: PropsWithChildren<{ title: string; wide?: boolean }>) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} · Stocktake`}</title>
          <link rel="stylesheet" href="/style.css" />
          <link rel="icon" href="data:," />
        </head>
        <body>
          <main class={wide ? 'wide' : undefined}>
            <p class="mark">Stocktake</p>
            {children}
          </main>
        </body>
      </html>
    </>
  )
}

type FieldProps = {
  name: string
  /** Where the page has another field of that name. */
  id?: string
  label: string
  hint?: string
  value?: string | undefined
  type?: string
  autocomplete?: string
  minlength?: number
  maxlength?: number
  class?: string
  autofocus?: boolean
}

export function Field({ name, id = name, label, hint, type = 'text', ...rest }: FieldProps) {
  return (
    <>
      <label for={id}>
        {label}
        {hint && <small>{hint}</small>}
      </label>
      <input id={id} name={name} type={type} required {...rest} />
    </>
  )
}

/** A password to be: one of at least so many signs. */
export const NewPassword = ({ name, label }: { name: string; label: string }) => (
  <Field
    name={name}
    label={label}
    hint={`At least ${passwordLength.min} characters; a sentence is good.`}
    type="password"
    autocomplete="new-password"
    minlength={passwordLength.min}
    maxlength={passwordLength.max}
  />
)

/** What went wrong, said before the form is tried again. */
export const Wrong = ({ children }: PropsWithChildren) =>
  children ? (
    <p class="wrong" role="alert">
      {children}
    </p>
  ) : null

/** What was done, said on the page that comes after it. */
export const Done = ({ children }: PropsWithChildren) =>
  children ? (
    <p class="done" role="status">
      {children}
    </p>
  ) : null

export const Hidden = ({ values }: { values: Record<string, string | string[]> }) => (
  <>
    {Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((each) => <input type="hidden" name={name} value={each} />),
    )}
  </>
)

/** A page that only says something: what happened, what is safe, what to do next. */
export const Said = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <Page title={title}>
    <section>
      <h1>{title}</h1>
      <p>{children}</p>
    </section>
  </Page>
)
