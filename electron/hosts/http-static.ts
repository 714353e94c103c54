import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { CSP_NONCE_PLACEHOLDER, contentSecurityPolicy } from '#shared/contract/channels.ts'
import { checkMethod } from './http-guard.ts'
import { sendRefusal } from './http-refusal.ts'
import { resolveStaticFile, type StaticFile } from './static-files.ts'

/** Puts on every answer what keeps other sites out of it, and gives the nonce that its policy allows. */
export function setSafetyHeaders(response: ServerResponse): string {
  const nonce = randomBytes(16).toString('base64')
  response.setHeader('content-security-policy', contentSecurityPolicy(nonce))
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  return nonce
}

/** Answers with the renderer's file at `urlPath`, its HTML with `nonce` in place. */
export async function sendStatic(
  request: IncomingMessage,
  response: ServerResponse,
  page: { rendererDir: string; urlPath: string; nonce: string },
): Promise<void> {
  const found = resolveStaticFile(page.rendererDir, page.urlPath)
  if (!found) return sendRefusal(response, { code: 'NOT_FOUND', message: 'There is nothing here.' })
  const refusal = checkMethod(request, ['GET', 'HEAD'])
  if (refusal) return sendRefusal(response, refusal)
  if (found.mediaType.startsWith('text/html')) return sendHtml(request, response, found, page.nonce)
  response.writeHead(200, {
    'content-type': found.mediaType,
    'content-length': (await stat(found.file)).size,
    'cache-control': cacheControl(page.urlPath),
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(found.file), response)
}

async function sendHtml(request: IncomingMessage, response: ServerResponse, found: StaticFile, nonce: string) {
  const html = (await readFile(found.file, 'utf8')).replaceAll(CSP_NONCE_PLACEHOLDER, nonce)
  response.writeHead(200, {
    'content-type': found.mediaType,
    'content-length': Buffer.byteLength(html),
    'cache-control': 'no-store', // a nonce is for one answer
  })
  response.end(request.method === 'HEAD' ? undefined : html)
}

// The build names what lies in assets/ after its content.
function cacheControl(urlPath: string): string {
  return urlPath.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache'
}
