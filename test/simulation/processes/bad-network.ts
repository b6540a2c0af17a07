import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import type { Cluster } from './cluster.ts'

/** What the network does to requests: chosen for each by chance, at one of the nodes that live. */
export class BadNetwork {
  /** Doubles that arrive when nobody waits for them any more. */
  readonly late: Promise<unknown>[] = []
  calm = false

  constructor(
    private readonly cluster: Cluster,
    private readonly chance: Chance,
    private readonly look: (text: string) => void,
  ) {}

  fetch: typeof fetch = async (input, init) => {
    const fate = this.calm
      ? 'fine'
      : this.chance.of({ fine: 14, dropped: 2, answerLost: 3, twice: 2, late: 2, cut: 1, twiceLate: 2 })
    if (fate === 'dropped') throw new TypeError('dropped')
    if (fate === 'late') await pause(this.chance.below(60))
    if (fate === 'twice') await this.send(input, init).catch(() => {})
    if (fate === 'twiceLate')
      this.late.push(pause(20 + this.chance.below(200)).then(() => this.send(input, init).catch(() => {})))
    const answer = await this.send(input, init)
    if (fate === 'answerLost') throw new TypeError('the answer is lost')
    if (fate !== 'cut') return answer
    const text = await answer.text()
    return new Response(text.slice(0, text.length / 2), { status: answer.status, headers: answer.headers })
  }

  private async send(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Promise<Response> {
    const living = this.cluster.living()
    if (living.length === 0) throw new TypeError('nobody listens')
    const { pathname, search } = new URL(String(input))
    const { signal: _, ...rest } = init ?? {}
    const answer = await fetch(`${this.chance.one(living).url}${pathname}${search}`, rest)
    const text = await answer.text()
    this.look(text)
    return new Response(text, { status: answer.status, headers: answer.headers })
  }
}
