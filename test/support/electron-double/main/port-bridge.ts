import type { ToPage } from '../wire/messages.ts'
import { PortEnd, type PortMessage } from './ports.ts'

/** The ports of one page whose other end is in this process. */
export class PortBridge {
  readonly #ends = new Map<string, Pick<PortEnd, 'deliver' | 'close'>>()
  readonly #send: (message: ToPage) => void
  #lastId = 0

  constructor(send: (message: ToPage) => void) {
    this.#send = send
  }

  /** The end for a port that the page gave away under this id. */
  receive(id: string): PortEnd {
    const end = new PortEnd()
    end.other = this.#pageSide(id)
    this.#ends.set(id, end)
    return end
  }

  /** Gives an end to the page; gives the id it goes by. */
  give(end: PortEnd): string {
    const id = `main-${++this.#lastId}`
    const page = this.#pageSide(id)
    const other = end.other
    if (other) this.#ends.set(id, other)
    end.receiveWith({ message: (message) => page.deliver(message), closed: () => page.close() })
    return id
  }

  /** Hands on what the page sent through a port. */
  deliver(id: string, message: PortMessage): void {
    this.#ends.get(id)?.deliver(message)
  }

  /** The page closed a port. */
  close(id: string): void {
    const end = this.#ends.get(id)
    this.#ends.delete(id)
    end?.close()
  }

  /** The page is gone, and its ports with it. */
  closeAll(): void {
    for (const id of [...this.#ends.keys()]) this.close(id)
  }

  get openCount(): number {
    return this.#ends.size
  }

  #pageSide(port: string): Pick<PortEnd, 'deliver' | 'close'> {
    return {
      deliver: ({ data, ends }) => {
        this.#send({ kind: 'port-message', port, data, ports: ends.map((end) => this.give(end)) })
      },
      close: () => {
        this.#ends.delete(port)
        this.#send({ kind: 'port-close', port })
      },
    }
  }
}
