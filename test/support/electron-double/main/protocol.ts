import type { CustomScheme, Protocol } from 'electron'
import type { Answer } from '../wire/messages.ts'
import { rawApp } from './app.ts'
import { strict } from './strict.ts'

const members = ['registerSchemesAsPrivileged', 'handle', 'unhandle', 'isProtocolHandled'] as const

type Handler = Parameters<Protocol['handle']>[1]

class DoubleProtocol implements Pick<Protocol, (typeof members)[number]> {
  readonly schemes: Record<string, Record<string, boolean>> = {}
  readonly #handlers = new Map<string, Handler>()

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (rawApp.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (Object.keys(this.schemes).length > 0) throw new Error('registerSchemesAsPrivileged can be used only once')
    for (const { scheme, privileges } of schemes) this.schemes[scheme] = { ...privileges }
  }
  handle(scheme: string, handler: Handler): void {
    if (!rawApp.isReady()) throw new Error('protocol.handle can only be called once the app is ready')
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this.#handlers.set(scheme, handler)
  }
  unhandle(scheme: string): void {
    this.#handlers.delete(scheme)
  }
  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme)
  }
  /** What the handler of the URL's scheme answers, or null when there is none. */
  async request(url: string, method: string): Promise<Answer | null> {
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined) return null
    const response = await handler(new Request(url, { method }))
    const body = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
  }
}

/** The protocol object with what the double alone may call. */
export const rawProtocol = new DoubleProtocol()

/** The double of Electron's protocol. */
export const protocol = strict('protocol', rawProtocol, members)
