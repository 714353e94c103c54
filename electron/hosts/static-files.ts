import { statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file to be answered, and what to call it in `content-type`. */
export interface StaticFile {
  readonly file: string
  readonly mediaType: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * The file that `urlPath` (percent-encoded, beginning with a slash, without query) names below `root`, or null when
 * there is none. A directory names its index.html. Nothing outside `root` is ever named: a path with `..`, a
 * backslash, a colon (Windows drives and streams) or a NUL gives null, encoded or not.
 */
export function resolveStaticFile(root: string, urlPath: string): StaticFile | null {
  const segments = decodeSegments(urlPath)
  if (segments === null) return null
  const named = join(root, ...segments)
  const file = urlPath.endsWith('/') ? join(named, 'index.html') : named
  if (!isFile(file)) return null
  return { file, mediaType: mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream' }
}

function isFile(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    return false // a name too long, or a file used as a folder, can be asked for by anyone and is no fault of ours
  }
}

function decodeSegments(urlPath: string): string[] | null {
  try {
    const segments = decodeURIComponent(urlPath).split('/').filter(Boolean)
    return segments.every(isPlainSegment) ? segments : null
  } catch {
    return null // a malformed escape names no file
  }
}

function isPlainSegment(segment: string): boolean {
  return segment !== '.' && segment !== '..' && !/[\\:\0]/.test(segment)
}
