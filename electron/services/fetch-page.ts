import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'

/** Why a page could not be fetched. */
export type FetchFailure = 'ADDRESS_INVALID' | 'PAGE_UNREACHABLE' | 'PAGE_REFUSED' | 'TOO_LARGE'

/** What lay at an address. */
export interface FetchedPage {
  readonly bytes: Uint8Array
  /** Where it lay in the end, after redirects. */
  readonly url: string
  /** A file name that tells the format. */
  readonly name: string
}

export class FetchFailedError extends Error {
  override readonly name = 'FetchFailedError'
  readonly code: FetchFailure

  constructor(code: FetchFailure, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

const MAX_REDIRECTS = 5
const MAX_MS = 20_000
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/html/, 'html'],
  [/pdf/, 'pdf'],
  [/epub/, 'epub'],
  [/markdown/, 'md'],
  [/json/, 'json'],
  [/plain/, 'txt'],
]

/**
 * Fetches what lies at an address of the web, once, because a person asked for it: http and https only, each of at most
 * five redirects checked, without cookies, at most 32 MB and 20 seconds, or until `stop` aborts. Throws FetchFailedError.
 */
export async function fetchPage(address: string, stop?: AbortSignal): Promise<FetchedPage> {
  const late = AbortSignal.timeout(MAX_MS)
  const signal = stop ? AbortSignal.any([late, stop]) : late
  let url = checkAddress(address)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await request(url, signal)
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (next === null) return read(response, url)
    await response.body?.cancel()
    url = checkAddress(URL.parse(next, url)?.href ?? '')
  }
  throw new FetchFailedError('PAGE_UNREACHABLE')
}

function checkAddress(address: string): string {
  const url = URL.parse(address.trim())
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
  if (!isWeb || url.username !== '' || url.password !== '') throw new FetchFailedError('ADDRESS_INVALID')
  url.hash = ''
  return url.href
}

async function request(url: string, signal: AbortSignal): Promise<Response> {
  try {
    const accept =
      'text/html,application/xhtml+xml,application/pdf,application/epub+zip,text/markdown,text/plain;q=0.9,*/*;q=0.5'
    return await fetch(url, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      headers: { accept, 'user-agent': 'Dossier' },
    })
  } catch (error) {
    throw new FetchFailedError('PAGE_UNREACHABLE', error)
  }
}

async function read(response: Response, url: string): Promise<FetchedPage> {
  if (!response.ok || response.body === null) {
    await response.body?.cancel()
    throw new FetchFailedError('PAGE_REFUSED')
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body) {
      size += chunk.length
      if (size > MAX_IMPORT_BYTES) throw new FetchFailedError('TOO_LARGE')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof FetchFailedError ? error : new FetchFailedError('PAGE_UNREACHABLE', error)
  }
  const type = response.headers.get('content-type') ?? ''
  return { bytes: asTold(Buffer.concat(chunks), type), url, name: nameOf(url, type) }
}

/**
 * What a server says of the letters counts more than what the page says, and is lost with the answer: so the text is
 * put into UTF-8, with a mark that says so. Source: WHATWG HTML, 13.2.3 (a byte order mark comes first).
 */
function asTold(bytes: Buffer, type: string): Uint8Array {
  const charset = /^text\/.*?;\s*charset\s*=\s*"?([\w.:-]{2,40})/i.exec(type)?.[1]
  const hasMark = bytes[0] === 0xef || bytes[0] === 0xfe || bytes[0] === 0xff
  if (charset === undefined || /^utf-?8$/i.test(charset) || hasMark) return bytes
  try {
    return Buffer.from(`\uFEFF${new TextDecoder(charset).decode(bytes)}`)
  } catch {
    return bytes // no such encoding: the page itself may know
  }
}

function nameOf(url: string, type: string): string {
  const last = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? new URL(url).hostname
  const ending = ENDINGS.find(([pattern]) => pattern.test(type))?.[1]
  return ending === undefined || last.toLowerCase().endsWith(`.${ending}`) ? last : `${last}.${ending}`
}
