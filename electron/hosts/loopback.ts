import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'
import { type BodyLimits, checkBody, checkMethod, checkSender, checkToken } from './http-guard.ts'
import { sendRefusal } from './http-refusal.ts'
import { sendSession } from './http-session.ts'
import { sendStatic, setSafetyHeaders } from './http-static.ts'
import { createRequestBook } from './loopback-requests.ts'
import { createOneTimeCodes, newSecret } from './loopback-secrets.ts'
import { isFailure } from './rpc-failure.ts'

type NoContext = Record<never, never>

/** What the loopback host serves, and where. */
export interface LoopbackOptions {
  readonly router: ConstructorParameters<typeof RPCHandler<NoContext>>[0]
  /** The built renderer: index.html and its assets. */
  readonly rendererDir: string
  /** 0 for any free port. */
  readonly port: number
  /** Hears of errors that no procedure declares: bugs and broken machines. Their messages may quote what a person wrote. */
  readonly onFailure: (error: unknown) => void
  readonly limits?: BodyLimits
  readonly patience?: Patience
}

/** How long a client may take to send a request, in milliseconds, and how often that is looked at. */
export interface Patience {
  readonly headersMs: number
  readonly requestMs: number
  readonly checkEveryMs: number
}

/** A host that listens on 127.0.0.1 until it is closed. */
export interface Loopback {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string
  /** The secret of this run: 256 random bits. Never to be logged. */
  readonly token: string
  /** A code that `POST /session` trades for the token, once, within a minute. */
  issueCode(): string
  /** Stops listening, ends event streams, gives other calls a second to finish. Calling again changes nothing. */
  close(): Promise<void>
}

/** A JSON body is at most a pasted book; form data carries files, of which the importer refuses what is too large. */
const defaultLimits: BodyLimits = { json: MAX_IMPORT_BYTES, multipart: 8 * MAX_IMPORT_BYTES }

const defaultPatience: Patience = { headersMs: 10_000, requestMs: 120_000, checkEveryMs: 5_000 }

/**
 * Serves `router` and the renderer to programs of this computer that hold the token.
 * Rejects with the system's error when the port can't be had (`EADDRINUSE`, `EACCES`).
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { headersMs, requestMs, checkEveryMs } = options.patience ?? defaultPatience
  const server = createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkEveryMs,
  })
  const origin = await listen(server, options.port)
  const token = newSecret(256)
  const codes = createOneTimeCodes(() => performance.now())
  const requests = createRequestBook()
  const answer = createAnswer({ ...options, origin, token, codes, limits: options.limits ?? defaultLimits })
  server.on('request', (request, response) => {
    requests.add(
      response,
      answer(request, response).catch((error: unknown) => {
        if (!request.socket.destroyed) options.onFailure(error) // a client that went away is no failure
        response.destroy()
      }),
    )
  })
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= closeServer(server, requests.drain)
    return closing
  }
  return { origin, token, issueCode: codes.issue, close }
}

interface AnswerOptions extends LoopbackOptions {
  readonly origin: string
  readonly token: string
  readonly codes: ReturnType<typeof createOneTimeCodes>
  readonly limits: BodyLimits
}

function createAnswer(options: AnswerOptions) {
  const callProcedure = createRpc(options)
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const nonce = setSafetyHeaders(response)
    const refusal = checkSender(request, options.origin)
    if (refusal) return sendRefusal(response, refusal)
    const urlPath = request.url?.split(/[?#]/, 1)[0] ?? ''
    if (urlPath === '/session') return sendSession(request, response, options)
    if (urlPath === '/rpc' || urlPath.startsWith('/rpc/')) return callProcedure(request, response)
    return sendStatic(request, response, { rendererDir: options.rendererDir, urlPath, nonce })
  }
}

function createRpc(options: AnswerOptions) {
  const handler = new RPCHandler<NoContext>(options.router, {
    // Around the procedures alone: a body that can't be read is no failure of ours.
    clientInterceptors: [
      onError((error, { signal }) => {
        if (isFailure(error) && !signal?.aborted) options.onFailure(error)
      }),
    ],
  })
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal =
      checkMethod(request, ['POST']) ??
      checkToken(request.headers, options.token) ??
      checkBody(request.headers, options.limits)
    if (refusal) return sendRefusal(response, refusal)
    response.setHeader('cache-control', 'no-store')
    const { matched } = await handler.handle(request, response, { prefix: '/rpc' })
    if (!matched) sendRefusal(response, { code: 'NOT_FOUND', message: 'There is no such procedure.' })
  }
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, resolve)
  })
  // The address of a server on a TCP port is never a string or null.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function closeServer(server: Server, drain: () => Promise<void>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  await drain()
  server.closeAllConnections()
  await closed
}
