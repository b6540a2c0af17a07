import { describe, expect, test, vi } from 'vitest'
import { type Handlers, routerOf, type Sender, senderOf } from '../../extension/access/router.ts'
import { messages } from '../../extension/messages.ts'

const own = { id: 'abcdefghijklmnopabcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' }
const page = { id: own.id, origin: 'https://admin.example.com', frameId: 0, tab: { id: 7 } }

describe('who speaks', () => {
  test.each([
    ['our popup', { id: own.id, origin: own.origin, frameId: 0 }, { from: 'screen' }],
    ['a page in its top frame', page, { from: 'page', origin: 'https://admin.example.com', tab: 7 }],
    ['a frame in a page', { ...page, frameId: 3 }, undefined],
    ['a page without a tab', { ...page, tab: undefined }, undefined],
    ['a sandboxed page', { ...page, origin: 'null' }, undefined],
    ['another extension', { ...page, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }, undefined],
    ['another extension in our name', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', origin: own.origin }, undefined],
    ['nobody', { origin: own.origin }, undefined],
    ['a sender of unknown origin', { id: own.id, frameId: 0, tab: { id: 7 } }, undefined],
  ])('%s', (_who, said, expected) => {
    // exactOptionalPropertyTypes: browsers leave out what they do not know.
    expect(senderOf(said as Parameters<typeof senderOf>[0], own)).toEqual(expected)
  })
})

const session = '7d444840-9dc0-41d1-b245-5ffdce74fad2'
const material = {
  url: 'https://admin.example.com/x',
  title: '',
  lang: '',
  at: '2026-11-24T10:00:00.000Z',
  responses: [],
  page: null,
}
const bodies: Record<keyof typeof messages, object> = {
  openSession: { session, url: material.url, title: 'x' },
  submitMaterial: { session, material, dropped: 0, refused: false },
  endSession: { session },
  syncNow: {},
  connectServer: { url: 'https://server.example.com', deviceName: 'x' },
  topFindings: { client: session, today: '2026-11-27' },
  deriveEntries: { client: session, today: '2026-11-27' },
  disconnectServer: {},
  refreshAccess: {},
}
const senders: Record<string, Sender | undefined> = {
  page: { from: 'page', origin: 'https://admin.example.com', tab: 7 },
  'page of a site that is not allowed': { from: 'page', origin: 'https://other.example.com', tab: 7 },
  screen: { from: 'screen' },
  nobody: undefined,
}
const cells = Object.entries(messages).flatMap(([name, { from }]) =>
  Object.keys(senders).map((sender) => ({ name, sender, may: sender === from })),
)

function newRouter() {
  // What a handler answers is not of interest here.
  const handled = vi.fn(async () => ({}) as never)
  const handlers: Handlers = {
    openSession: handled,
    submitMaterial: handled,
    endSession: handled,
    syncNow: handled,
    connectServer: handled,
    topFindings: handled,
    deriveEntries: handled,
    disconnectServer: handled,
    refreshAccess: handled,
  }
  return { route: routerOf(handlers, async (origin) => origin === 'https://admin.example.com'), handled }
}

describe('who may say what (T03)', () => {
  test.each(cells)('$name by $sender: $may', async ({ name, sender, may }) => {
    const { route, handled } = newRouter()
    const body = bodies[name as keyof typeof messages] // the cells are made of its keys
    const reply = await route({ name, body }, senders[sender])
    expect(reply).toEqual(may ? { ok: true, value: {} } : { ok: false, refused: 'sender' })
    expect(handled).toHaveBeenCalledTimes(may ? 1 : 0)
  })

  test.each([
    ['no message', null],
    ['a text', 'syncNow'],
    ['an unknown name', { name: 'deleteAll', body: {} }],
    ['a name of every object', { name: 'constructor', body: {} }],
    ['one field too many', { name: 'syncNow', body: {}, as: 'screen' }],
    ['a body too rich', { name: 'syncNow', body: { url: 'x' } }],
    ['no body', { name: 'syncNow' }],
  ])('%s is not a message', async (_what, message) => {
    const { route, handled } = newRouter()
    expect(await route(message, { from: 'screen' })).toEqual({ ok: false, refused: 'shape' })
    expect(handled).not.toHaveBeenCalled()
  })

  test('a handler that throws is our failure: the sender asks again, and learns nothing of it', async () => {
    const { route, handled } = newRouter()
    handled.mockRejectedValueOnce(new Error('secret'))
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await route({ name: 'syncNow', body: {} }, { from: 'screen' })).toEqual({ ok: false, refused: 'failed' })
    silent.mockRestore()
  })
})
