// Put into a page by a test: a client of the contract over a port of its own.
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { PORT_CHANNEL } from '#shared/contract/channels.ts'
import type { contract } from '#shared/contract/contract.ts'

declare global {
  interface Window {
    probe: ContractRouterClient<typeof contract>
  }
}

const { port1, port2 } = new MessageChannel()
window.postMessage(PORT_CHANNEL, window.location.origin, [port2])
port1.start()
window.probe = createORPCClient(new RPCLink({ port: port1 }))
