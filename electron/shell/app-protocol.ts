import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { APP_ORIGIN, APP_SCHEME, CSP_NONCE_PLACEHOLDER, contentSecurityPolicy } from '#shared/contract/channels.ts'

/** Finds the file that a URL path names, or null. */
export type FindFile = (urlPath: string) => { readonly file: string; readonly mediaType: string } | null

/**
 * Tells Chromium what `app:` is. Must run before the app is ready, so at the top level of main, and once.
 * `corsEnabled` stays off: it would permit other origins to read the scheme, and same-origin requests do not need it.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** Serves the renderer's files at `APP_ORIGIN`. Call once the app is ready. */
export function serveRenderer(findFile: FindFile): void {
  protocol.handle(APP_SCHEME, (request) => answer(request, findFile))
}

async function answer(request: Request, findFile: FindFile): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  if (!request.url.startsWith(`${APP_ORIGIN}/`)) return refuse(404)
  const found = findFile(new URL(request.url).pathname)
  if (found === null) return refuse(404)
  const nonce = randomBytes(16).toString('base64')
  const body = await readFile(found.file)
  const isPage = found.mediaType.startsWith('text/html')
  const content = isPage ? body.toString('utf8').replaceAll(CSP_NONCE_PLACEHOLDER, nonce) : new Uint8Array(body)
  return new Response(request.method === 'HEAD' ? null : content, {
    headers: securityHeaders(nonce, found.mediaType),
  })
}

// Workers are bound by the policy of their own file, so every answer carries it.
function securityHeaders(nonce: string, mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  }
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status })
}
