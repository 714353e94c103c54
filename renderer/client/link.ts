import type { ClientContext, ClientLink } from '@orpc/client'
import { onError, onSuccess } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { PORT_CHANNEL } from '#shared/contract/channels.ts'
import { connectionOfError, setConnection } from './connection.ts'
import { readToken } from './session.ts'

/** A link to the host of this page: a port to the main process in Electron, HTTP with a token elsewhere. */
export function openLink(page: Window): ClientLink<ClientContext> {
  return page.dossierHost?.kind === 'electron' ? openPortLink(page) : openFetchLink(page)
}

function openPortLink(page: Window): ClientLink<ClientContext> {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  page.postMessage(PORT_CHANNEL, page.location.origin, [port2])
  return new PortLink({ port: port1 })
}

function openFetchLink(page: Window): ClientLink<ClientContext> {
  return new FetchLink({
    url: `${page.location.origin}/rpc`,
    headers: () => {
      const token = readToken(page.sessionStorage)
      return token === null ? {} : { authorization: `Bearer ${token}` }
    },
    interceptors: [
      onSuccess(() => setConnection('open')),
      onError((error) => {
        const next = connectionOfError(error)
        if (next) setConnection(next)
      }),
    ],
  })
}
