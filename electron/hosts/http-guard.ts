import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Refusal } from './http-refusal.ts'
import { sameSecret } from './loopback-secrets.ts'

/** The most a body may hold, in bytes. */
export interface BodyLimits {
  readonly json: number
  readonly multipart: number
}

/**
 * Refuses who is not this host's own page or a program that names no origin. The exact Host keeps out pages that
 * point their own name at this computer (DNS rebinding); the Origin keeps out every other site.
 */
export function checkSender({ headers, headersDistinct }: IncomingMessage, origin: string): Refusal | null {
  // Node keeps the first of several; a program in between may have gone by another.
  if (headersDistinct.host?.length !== 1) return { code: 'BAD_REQUEST', message: 'Name one host.' }
  if (headers.host !== new URL(origin).host) return { code: 'FORBIDDEN', message: 'This is not the host you named.' }
  if (headers.origin !== undefined && headers.origin !== origin)
    return { code: 'FORBIDDEN', message: 'Requests from other sites are refused.' }
  return null
}

/** Refuses every method but those given. */
export function checkMethod(request: IncomingMessage, allowed: readonly string[]): Refusal | null {
  if (allowed.includes(request.method ?? '')) return null
  const allow = allowed.join(', ')
  return { code: 'METHOD_NOT_SUPPORTED', message: `Only ${allow} is answered here.`, headers: { allow } }
}

/** Refuses a request that does not carry the token of this run. */
export function checkToken(headers: IncomingHttpHeaders, token: string): Refusal | null {
  const given = /^Bearer ([\w-]+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  if (sameSecret(given, token)) return null
  return { code: 'UNAUTHORIZED', message: 'The token is missing or wrong.', headers: { 'www-authenticate': 'Bearer' } }
}

/**
 * Refuses a body of another type than the client sends, of unsaid length, or over its limit. Node reads no more than
 * the length that was said, so a liar gains nothing.
 */
export function checkBody(headers: IncomingHttpHeaders, limits: BodyLimits): Refusal | null {
  if (headers['content-length'] === '0') return null
  if (headers['content-encoding'] !== undefined || headers['content-disposition'] !== undefined)
    return { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'The body must be sent as it is.' }
  const limit = limitFor(headers['content-type'] ?? '', limits)
  if (limit === null) return { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'The body must be JSON or form data.' }
  if (headers['content-length'] === undefined) return { code: 'LENGTH_REQUIRED', message: 'Say how long the body is.' }
  if (Number(headers['content-length']) > limit)
    return { code: 'PAYLOAD_TOO_LARGE', message: `The body may hold ${limit} bytes.` }
  return null
}

function limitFor(contentType: string, limits: BodyLimits): number | null {
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType === 'application/json') return limits.json
  if (mediaType === 'multipart/form-data') return limits.multipart
  return null
}
