/** One message between the test and the main process. */
export type LinkMessage =
  | { kind: 'ask'; id: number; name: string; args: unknown[] }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string }

type Call = (...args: never[]) => unknown

interface Waiting {
  answer(value: unknown): void
  fail(error: Error): void
}

/** Calls in both directions over a channel that keeps the order of messages. `Theirs` is what the other side does, `Ours` what it asks of us. */
export class Link<Theirs, Ours> {
  readonly #waiting = new Map<number, Waiting>()
  readonly #transmit: (message: LinkMessage) => void
  #ours: ReadonlyMap<string, Call> = new Map()
  #lastId = 0
  #gone: Error | null = null

  constructor(transmit: (message: LinkMessage) => void) {
    this.#transmit = transmit
  }

  /** Says how calls of the other side are answered. */
  serve(ours: { [Name in keyof Ours]: Call }): void {
    this.#ours = new Map(Object.entries<Call>(ours))
  }

  /** Calls the other side. Rejects with the message of its error, or when it is gone. */
  ask<Name extends keyof Theirs & string>(
    name: Name,
    ...args: Theirs[Name] extends (...args: infer Args) => unknown ? Args : never
  ): Promise<Theirs[Name] extends (...args: never[]) => infer Result ? Awaited<Result> : never> {
    return new Promise((answer, fail) => {
      if (this.#gone) return fail(this.#gone)
      const id = ++this.#lastId
      this.#waiting.set(id, { answer: answer as Waiting['answer'], fail }) // the other side answers in the type it declares
      this.#transmit({ kind: 'ask', id, name, args })
    })
  }

  /** To be given each message of the channel. */
  receive(message: LinkMessage): void {
    if (message.kind === 'ask') return void this.#answer(message)
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.kind === 'answer') waiting?.answer(message.value)
    else waiting?.fail(new Error(message.message))
  }

  /** Says that the other side is gone: every call that waits, and every later one, fails with `error`. */
  end(error: Error): void {
    this.#gone = error
    for (const waiting of this.#waiting.values()) waiting.fail(error)
    this.#waiting.clear()
  }

  async #answer({ id, name, args }: LinkMessage & { kind: 'ask' }): Promise<void> {
    try {
      const call = this.#ours.get(name)
      if (call === undefined) throw new Error(`electron double: nobody answers ${name}`)
      const value = await call(...(args as never[])) // checked by the caller's side of the same interface
      this.#transmit({ kind: 'answer', id, value })
    } catch (error) {
      this.#transmit({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) })
    }
  }
}
