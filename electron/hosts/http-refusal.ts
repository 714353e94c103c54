import type { ServerResponse } from 'node:http'
import { ORPCError } from '@orpc/server'

/** Why a request was not let through. The status follows from it. */
export type RefusalCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_SUPPORTED'
  | 'LENGTH_REQUIRED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'

/** A request that is answered with an error before any procedure hears of it. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

const statusOf: Readonly<Record<RefusalCode, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  LENGTH_REQUIRED: 411,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
}

/**
 * Answers with the refusal in the client's own error form, so that the page meets it as a typed error. What is left
 * of the body is read and thrown away by Node, and the connection stays: cutting it would hide the answer.
 */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const status = statusOf[refusal.code]
  const error = new ORPCError(refusal.code, { status, message: refusal.message })
  const body = JSON.stringify({ json: error.toJSON(), meta: [] })
  response.writeHead(status, {
    ...refusal.headers,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}
