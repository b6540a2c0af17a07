import { type Browser, browser } from 'wxt/browser'
import { Envelope, type MessageAnswer, type MessageBody, type MessageName, messages, type Reply } from '../messages.ts'

/** Who speaks: a page's content script in its top frame, with the page's origin and tab; or a screen of ours. */
export type Sender = { from: 'page'; origin: string; tab: number } | { from: 'screen' }

type Said = Pick<Browser.runtime.MessageSender, 'id' | 'origin' | 'frameId'> & {
  tab?: { id?: number | undefined } | undefined
}

/** By what the browser says of the sender, never by what the message says. Undefined: nobody we listen to. */
export function senderOf(said: Said, own: { id: string; origin: string }): Sender | undefined {
  if (said.id !== own.id || said.origin === undefined) return undefined
  if (said.origin === own.origin) return { from: 'screen' }
  const tab = said.tab?.id
  if (said.frameId !== 0 || tab === undefined || !/^https?:\/\//.test(said.origin)) return undefined
  return { from: 'page', origin: said.origin, tab }
}

export type Handlers = {
  [N in MessageName]: (
    body: MessageBody<N>,
    sender: Extract<Sender, { from: (typeof messages)[N]['from'] }>,
  ) => Promise<MessageAnswer<N>>
}

export type Router = (message: unknown, sender: Sender | undefined) => Promise<Reply>

/** Parses a message, checks that its sender may send it, and answers. What a handler throws is ours, never the sender's. */
export function routerOf(handlers: Handlers, mayPage: (origin: string) => Promise<boolean>): Router {
  return async (message, sender) => {
    const envelope = Envelope.safeParse(message)
    if (!envelope.success || !Object.hasOwn(messages, envelope.data.name)) return { ok: false, refused: 'shape' }
    // Just checked to be one of the names.
    const name = envelope.data.name as MessageName
    if (sender?.from !== messages[name].from) return { ok: false, refused: 'sender' }
    if (sender.from === 'page' && !(await mayPage(sender.origin))) return { ok: false, refused: 'sender' }
    const body = messages[name].body.safeParse(envelope.data.body)
    if (!body.success) return { ok: false, refused: 'shape' }
    try {
      // The body and the sender are those of this name; TypeScript cannot follow that through the index.
      const handle = handlers[name] as (body: unknown, sender: Sender) => Promise<unknown>
      return { ok: true, value: await handle(body.data, sender) }
    } catch (error) {
      console.error(`${name} failed`, error)
      return { ok: false, refused: 'failed' }
    }
  }
}

/** Listens to our own contexts. Call it synchronously at the start of the worker. */
export function listen(route: Router): void {
  browser.runtime.onMessage.addListener((message, said, answer) => {
    const own = { id: browser.runtime.id, origin: location.origin }
    void route(message, senderOf(said, own)).then(answer)
    return true
  })
}
