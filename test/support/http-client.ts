import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'

/** A typed client over the loopback host's HTTP, with the token it is given. */
export function createHttpClient<Contract extends AnyContractRouter>(
  origin: string,
  token: string,
): ContractRouterClient<Contract> {
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { authorization: `Bearer ${token}` } }))
}
