/**
 * The one script of the server's pages, on the two that have a form for a passkey: a browser is asked for one by script
 * alone. It fetches what the authenticator signs, and sends the answer with the form, as any form is sent.
 */
const nothing = 'No passkey was used. Nothing was changed. Try again.'

class Refused extends Error {}

async function optionsFor(form) {
  const response = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
  const answer = await response.json()
  if (!response.ok) throw new Refused(answer.wrong)
  return answer
}

const ways = {
  create: (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
}

async function send(form, wrong) {
  wrong.hidden = true
  try {
    const credential = await ways[form.dataset.passkey](await optionsFor(form))
    form.elements.credential.value = JSON.stringify(credential)
    form.submit()
  } catch (error) {
    wrong.textContent = error instanceof Refused ? error.message : nothing
    wrong.hidden = false
  }
}

/** Not without a secure connection, nor in a browser of before 2025, nor where the server is reached by a number. */
const offered =
  globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined && !/^[\d.]+$|:/.test(location.hostname)

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!offered) continue
  for (const shown of document.querySelectorAll('[data-with-passkeys]')) shown.hidden = false
  for (const gone of document.querySelectorAll('[data-without-passkeys]')) gone.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(form, form.querySelector('[role=alert]'))
  })
}
