import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '#shared/contract/contract.ts'
import { openLink } from './link.ts'

let opened: ClientLink<ClientContext> | null = null

// Opened by the first call, so that importing this file touches neither window nor network.
const link: ClientLink<ClientContext> = {
  call: (path, input, options) => {
    opened ??= openLink(window)
    return opened.call(path, input, options)
  },
}

/** Every procedure of the contract as a function, over whichever transport this host has. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link)

/** The same as options for TanStack Query: `api.article.list.queryOptions({ input })`, `api.article.key()`. */
export const api = createTanstackQueryUtils(client)
