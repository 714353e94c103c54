import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { startLoopback } from '#electron/hosts/loopback.ts'
import { createPortHost } from '#electron/hosts/message-port.ts'
import type { Core } from '#electron/services/core.ts'
import type { contract } from '#shared/contract/contract.ts'
import { createHttpClient } from '#test/support/http-client.ts'

/** What a renderer holds: the typed client of the whole contract. */
export type DossierClient = ContractRouterClient<typeof contract>

/** A way from a client to a core. */
export interface Transport {
  readonly name: string
  connect(core: Core, onFailure: (error: unknown) => void): Promise<{ client: DossierClient; close(): Promise<void> }>
}

const http: Transport = {
  name: 'HTTP',
  async connect(core, onFailure) {
    const host = await startLoopback({ router: core.router, rendererDir: '/nowhere', port: 0, onFailure })
    return { client: createHttpClient<typeof contract>(host.origin, host.token), close: () => host.close() }
  },
}

const messagePort: Transport = {
  name: 'a message port',
  async connect(core, onFailure) {
    const { port1, port2 } = new MessageChannel()
    // Node's own ports have both ways to listen; the host takes the one that Electron's have.
    const serve = createPortHost({ router: core.router, onFailure })
    serve(port1 as Parameters<typeof serve>[0])
    port2.start()
    return { client: createORPCClient(new RPCLink({ port: port2 })), close: async () => port2.close() }
  },
}

/** Every transport that Dossier has. */
export const transports: readonly Transport[] = [http, messagePort]
