// What a page can observe of its own requests. Run once with and once without the extension: the results must be equal.
const messages = []
addEventListener('message', (event) => messages.push(event.data))
const unhandled = []
addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  unhandled.push(String(event.reason?.name))
})
const globals = Object.getOwnPropertyNames(globalThis).sort()

const outcome = async (work) => {
  try {
    return await work()
  } catch (error) {
    return `${error.name}`
  }
}
const settle = async (count) => {
  const until = performance.now() + 5000
  while (unhandled.length < count && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50))
  // One too many would come now.
  await new Promise((resolve) => setTimeout(resolve, 200))
}

const xhr = (url, { type = '', method = 'GET', abort = false, sync = false } = {}) =>
  new Promise((resolve) => {
    const order = []
    const request = new XMLHttpRequest()
    request.open(method, url, !sync)
    if (!sync) request.responseType = type
    request.addEventListener('load', () => order.push('first'))
    request.onload = () => order.push('onload')
    request.addEventListener('load', () => order.push('last'))
    for (const end of ['abort', 'error', 'timeout']) request.addEventListener(end, () => order.push(end))
    request.onloadend = async () => {
      const { response } = request
      const shown =
        response instanceof Blob
          ? await response.text()
          : response instanceof ArrayBuffer
            ? response.byteLength
            : response
      resolve({ order, status: request.status, shown, same: request.response === response })
    }
    request.send()
    if (abort) request.abort()
  })

const fetches = {
  json: async () => (await fetch('/small.json')).json(),
  text: async () => (await fetch('/small.json')).text(),
  buffer: async () => (await (await fetch('/small.json')).arrayBuffer()).byteLength,
  blob: async () => (await (await fetch('/small.json')).blob()).size,
  used: async () => {
    const response = await fetch('/small.json')
    const before = response.bodyUsed
    const reading = response.json()
    const during = response.bodyUsed
    await reading
    return [before, during, response.bodyUsed]
  },
  twice: async () => {
    const response = await fetch('/small.json')
    await response.json()
    return outcome(() => response.json())
  },
  clone: async () => {
    const response = await fetch('/small.json')
    const copy = response.clone()
    return [await response.json(), await copy.text(), copy.url === response.url]
  },
  locked: async () => {
    const response = await fetch('/small.json')
    response.body.getReader()
    return outcome(() => response.json())
  },
  stream: async () => {
    const reader = (await fetch('/stream.json')).body.getReader()
    let bytes = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return bytes
      bytes += value.length
    }
  },
  huge: async () => (await (await fetch('/huge.json')).json()).filler.length,
  broken: async () => (await fetch('/broken.json')).json(),
  plain: async () => (await fetch('/plain.txt')).text(),
  refused: async () => (await fetch('/refused.json')).status,
  missing: async () => (await fetch('/missing')).ok,
  dead: async () => fetch('http://127.0.0.1:59999/'),
  aborted: async () => fetch('/small.json', { signal: AbortSignal.abort() }),
  abortedBody: async () => {
    const controller = new AbortController()
    const response = await fetch('/endless.json', { signal: controller.signal })
    const reading = response.json()
    setTimeout(() => controller.abort(), 50)
    return reading
  },
  made: async () => new Response('{"made":1}', { headers: { 'content-type': 'application/json' } }).json(),
  wrongThis: async () => Response.prototype.json.call({}),
  wrongRequest: async () => XMLHttpRequest.prototype.send.call({}),
}

const requests = {
  text: () => xhr('/small.json'),
  json: () => xhr('/small.json', { type: 'json' }),
  buffer: () => xhr('/small.json', { type: 'arraybuffer' }),
  blob: () => xhr('/small.json', { type: 'blob' }),
  plain: () => xhr('/plain.txt'),
  sync: () => xhr('/small.json', { sync: true }),
  abort: () => xhr('/small.json', { abort: true }),
  dead: () => xhr('http://127.0.0.1:59999/'),
  post: () => xhr('/small.json', { method: 'POST' }),
}

async function many(count) {
  const started = performance.now()
  let sum = 0
  for (let at = 0; at < count; at += 50) {
    const some = await Promise.all(Array.from({ length: 50 }, async () => (await fetch('/small.json')).json()))
    sum += some.reduce((total, { seats }) => total + seats, 0)
  }
  return { sum, ms: performance.now() - started }
}

// A page may replace what a tap could lean on; it must go on as it would without one.
const replacements = [
  [JSON, 'parse', () => 'replaced'],
  [Headers.prototype, 'get', () => 'text/replaced'],
  [ReadableStream.prototype, 'getReader', () => undefined],
  [TextDecoder.prototype, 'decode', () => 'replaced'],
  [MessagePort.prototype, 'postMessage', () => undefined],
  [EventTarget.prototype, 'addEventListener', () => undefined],
  [
    Response.prototype,
    'clone',
    () => {
      throw new Error('replaced')
    },
  ],
]

async function withReplacements() {
  const kept = replacements.map(([owner, name]) => owner[name])
  for (const [owner, name, value] of replacements) owner[name] = value
  const replaced = await outcome(async () => (await fetch('/after.json')).json())
  const request = await xhr('/after.json').catch(String)
  replacements.forEach(([owner, name], at) => {
    owner[name] = kept[at]
  })
  return { replaced, request }
}

async function run() {
  const result = {}
  for (const [name, work] of Object.entries(fetches)) result[`fetch ${name}`] = await outcome(work)
  for (const [name, work] of Object.entries(requests)) result[`xhr ${name}`] = await outcome(work)
  // Nobody waits for these: the page's own handler must see exactly these rejections and no other.
  void fetch('http://127.0.0.1:59999/')
  void fetch('/broken.json').then((response) => response.json())
  await settle(2)
  result.unhandled = unhandled.sort()
  result.messages = messages
  result.newGlobals = Object.getOwnPropertyNames(globalThis).filter((name) => !globals.includes(name))
  result.globals = globals
  result.native = [fetch, Response.prototype.json, Response.prototype.text, XMLHttpRequest.prototype.send].map(
    (each) => [
      each.name,
      each.length,
      /\[native code\]/.test(Function.prototype.toString.call(each)),
      Object.getOwnPropertyNames(each).sort(),
    ],
  )
  result.descriptors = [Response.prototype, XMLHttpRequest.prototype].map((each) => Object.keys(each))
  const { sum, ms } = await many(Number(new URL(location.href).searchParams.get('many')))
  result.sum = sum / Number(new URL(location.href).searchParams.get('many'))
  Object.assign(result, await withReplacements())
  return { result, ms }
}

run().then((done) => {
  globalThis.done = done
})
