import type { MessagePortMainLike } from '@orpc/client/message-port'
import { onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { isFailure } from './rpc-failure.ts'

type NoContext = Record<never, never>

/** What Electron's MessagePortMain and Node's MessagePort have in common. */
export interface StartablePort extends MessagePortMainLike {
  start(): void
}

/** What a port is served with. `onFailure` hears of errors that no procedure declares: bugs and broken machines. */
export interface PortService {
  readonly router: ConstructorParameters<typeof RPCHandler<NoContext>>[0]
  readonly onFailure: (error: unknown) => void
}

/**
 * Gives a function that answers calls on a port until its other end closes. Who may hand over a port is decided
 * before: nothing is checked here but the contract.
 */
export function createPortHost(service: PortService): (port: StartablePort) => void {
  const handler = new RPCHandler<NoContext>(service.router, {
    // Around the procedures alone: a message that can't be read is no failure of ours.
    clientInterceptors: [
      onError((error) => {
        if (isFailure(error)) service.onFailure(error)
      }),
    ],
  })
  return (port) => {
    handler.upgrade(port)
    port.start()
  }
}
