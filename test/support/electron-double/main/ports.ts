import { EventEmitter } from 'node:events'
import type { MessageChannelMain as RealChannel, MessagePortMain as RealPort } from 'electron'
import { strict } from './strict.ts'

/** A message on its way: the copy of what was sent, and the ends that go with it. */
export interface PortMessage {
  data: unknown
  ends: PortEnd[]
}

/** Where an end delivers: a port object of this process, or the bridge to a page. */
interface Receiver {
  message(message: PortMessage): void
  closed(): void
}

/** One end of a channel, whoever holds it. Messages wait here until someone receives. */
export class PortEnd {
  #receiver: Receiver | null = null
  #waiting: PortMessage[] = []
  #isClosed = false
  other: Pick<PortEnd, 'deliver' | 'close'> | null = null

  deliver(message: PortMessage): void {
    if (this.#receiver) this.#receiver.message(message)
    else this.#waiting.push(message)
  }

  /** Told by the other end that it is gone. */
  close(): void {
    this.#isClosed = true
    this.other = null
    this.#receiver?.closed()
  }

  receiveWith(receiver: Receiver): void {
    this.#receiver = receiver
    for (const message of this.#waiting.splice(0)) receiver.message(message)
    if (this.#isClosed) receiver.closed()
  }
}

const portMembers = ['postMessage', 'start', 'close'] as const

class DoublePort extends EventEmitter implements Pick<RealPort, (typeof portMembers)[number]> {
  #end: PortEnd | null
  #isStarted = false

  constructor(end: PortEnd) {
    super()
    this.#end = end
  }

  postMessage(message: unknown, transfer: RealPort[] = []): void {
    const ends = takeEnds(transfer, this)
    const data = cloneForSending(message)
    const other = this.#end?.other
    setImmediate(() => other?.deliver({ data, ends }))
  }

  start(): void {
    if (this.#isStarted) return
    this.#isStarted = true
    this.#end?.receiveWith({
      message: ({ data, ends }) => this.emit('message', { data, ports: ends.map(portForEnd) }),
      closed: () => this.emit('close'),
    })
  }

  close(): void {
    this.#end?.other?.close()
    this.#end = null
  }

  /** Takes the end away, as a transfer does: this object is of no use afterwards. */
  detach(): PortEnd {
    const end = this.#end
    if (end === null) throw new TypeError('Port is already neutered')
    if (this.#isStarted) throw new Error('electron double: a started port is not transferred here')
    this.#end = null
    return end
  }
}

const rawPorts = new WeakMap<object, DoublePort>()

/** The port object for an end that came to this process. */
export function portForEnd(end: PortEnd): RealPort {
  const raw = new DoublePort(end)
  const port = strict('MessagePortMain', raw, portMembers)
  rawPorts.set(port, raw)
  return port as unknown as RealPort // the double has what `portMembers` lists, checked by `implements`
}

/** The ends of ports given in a transfer list; refuses what Electron refuses. */
export function takeEnds(transfer: readonly object[], source: object | null): PortEnd[] {
  const ports = transfer.map((port, index) => {
    const raw = rawPorts.get(port)
    if (raw === undefined) throw new TypeError(`Port at index ${index} is not a valid port`)
    if (raw === source) throw new TypeError(`Port at index ${index} contains the source port`)
    return raw
  })
  if (new Set(ports).size !== ports.length) throw new TypeError('Port is in the transfer list twice')
  return ports.map((port) => port.detach())
}

/** A copy as structured clone makes it, with Electron's words when it can't be made. */
export function cloneForSending(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch (cause) {
    throw new TypeError('An object could not be cloned.', { cause })
  }
}

const channelMembers = ['port1', 'port2'] as const

class DoubleChannel implements Pick<RealChannel, (typeof channelMembers)[number]> {
  readonly port1: RealPort
  readonly port2: RealPort

  constructor() {
    const [one, two] = [new PortEnd(), new PortEnd()]
    one.other = two
    two.other = one
    this.port1 = portForEnd(one)
    this.port2 = portForEnd(two)
  }
}

/** The double of Electron's MessageChannelMain. */
export const MessageChannelMain = new Proxy(DoubleChannel, {
  construct: () => strict('MessageChannelMain', new DoubleChannel(), channelMembers),
})
