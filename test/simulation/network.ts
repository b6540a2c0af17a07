/** One request on its way, or its answer on the way back. */
type Parcel = { step: Step; input: Parameters<typeof fetch>[0]; init: RequestInit | undefined }
export type Asked = Parcel & { resolve: (answer: Response) => void; reject: (error: Error) => void }
export type Answered = Asked & { answer: Response; text: string }

/** One step of a device's loop in flight: it ends, or it parks its next request. */
export class Step {
  ended = false
  error: unknown
  private wake: (() => void)[] = []

  constructor(
    readonly device: string,
    run: (fetch: typeof globalThis.fetch) => Promise<unknown>,
    requests: Asked[],
  ) {
    const parking: typeof fetch = (input, init) =>
      new Promise((resolve, reject) => {
        requests.push({ step: this, input, init, resolve, reject })
        this.tell()
      })
    run(parking)
      .catch((error) => {
        this.error = error
      })
      .finally(() => {
        this.ended = true
        this.tell()
      })
  }

  private tell() {
    for (const wake of this.wake.splice(0)) wake()
  }

  /** Until it has ended or waits for the network again. */
  rests(): Promise<void> {
    return this.ended ? Promise.resolve() : new Promise((wake) => this.wake.push(wake))
  }
}

/**
 * A network that does nothing by itself: requests and answers lie in two heaps, and a history says which of them
 * arrives, twice or never, in what order, and who dies meanwhile.
 */
export class Network {
  requests: Asked[] = []
  answers: Answered[] = []

  constructor(private readonly server: () => typeof fetch) {}

  async start(device: string, run: (fetch: typeof globalThis.fetch) => Promise<unknown>): Promise<Step> {
    const step = new Step(device, run, this.requests)
    await step.rests()
    return step
  }

  /** The server sees a request; what it answers lies on the way back, unless the answer is lost or it came twice. */
  async arrive(at: number, how: 'ok' | 'twice' | 'dropped' | 'answerLost'): Promise<Answered | undefined> {
    const asked = take(this.requests, at)
    if (!asked) return undefined
    if (how === 'dropped') {
      await fail(asked)
      return undefined
    }
    const first = await this.deliver(asked)
    const answer = how === 'twice' ? await this.deliver(asked) : first
    if (how === 'answerLost') await fail(asked)
    else this.answers.push(answer)
    return answer
  }

  private async deliver(asked: Asked): Promise<Answered> {
    const { signal: _, ...init } = asked.init ?? {}
    const answer = await this.server()(asked.input, init)
    const text = await answer.clone().text()
    return { ...asked, answer, text }
  }

  /** The device gets an answer, or loses it. */
  async comeBack(at: number, how: 'ok' | 'dropped'): Promise<Answered | undefined> {
    const answered = take(this.answers, at)
    if (!answered) return undefined
    if (how === 'dropped') {
      await fail(answered)
      return undefined
    }
    const rests = answered.step.rests()
    answered.resolve(answered.answer)
    await rests
    return answered
  }

  /** The worker of a device dies: whatever it waits for never comes, and nothing of it goes on. */
  die(device: string) {
    this.answers = this.answers.filter(({ step }) => step.device !== device)
    this.requests = this.requests.filter(({ step }) => step.device !== device)
  }

  /** What is still on the way reaches the server late, and its answers are lost. */
  async drain() {
    while (this.requests.length > 0) await this.arrive(0, 'answerLost')
    while (this.answers.length > 0) await this.comeBack(0, 'ok')
    if (this.requests.length > 0) await this.drain()
  }
}

const take = <T>(heap: T[], at: number): T | undefined => heap.splice(at % Math.max(1, heap.length), 1)[0]

async function fail(asked: Asked) {
  const rests = asked.step.rests()
  asked.reject(new TypeError('network'))
  await rests
}
