import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import type { Row, Value } from '#electron/store/open-folder/rows.ts'

const CHUNK = 1 << 16

/** A row as one line of JSON; bytes come as `{"base64": ...}`. */
export function rowToLine(row: Row): string {
  return JSON.stringify(row, (_, value: unknown) => {
    // Buffer turns itself into an object of numbers before a replacer sees it.
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value)
      return { base64: Buffer.from(value.data as number[]).toString('base64') }
    return value
  })
}

/** The row of a line, or null when it is none. */
export function lineToRow(line: string): Row | null {
  try {
    const parsed: unknown = JSON.parse(line)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
    const entries = Object.entries(parsed).map(([name, value]) => [name, toValue(value)] as const)
    return entries.some(([, value]) => value === undefined) ? null : (Object.fromEntries(entries) as Row)
  } catch {
    return null
  }
}

function toValue(value: unknown): Value | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'object' && 'base64' in value && typeof value.base64 === 'string')
    return Buffer.from(value.base64, 'base64')
  return undefined
}

/** Writes lines to a file by and by. */
export function createLineWriter(path: string) {
  const file = openSync(path, 'wx')
  let waiting: string[] = []
  let size = 0
  const flush = () => {
    const bytes = Buffer.from(waiting.join(''))
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    waiting = []
    size = 0
  }
  return {
    write(line: string) {
      waiting.push(line, '\n')
      size += line.length
      if (size > CHUNK) flush()
    },
    close() {
      flush()
      closeSync(file)
    },
  }
}

/** The lines of a file, one at a time, however large it is. */
export function* readLines(path: string): Generator<string> {
  const file = openSync(path, 'r')
  const decoder = new TextDecoder()
  const buffer = Buffer.alloc(CHUNK)
  let rest: string[] = []
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, CHUNK, null)
      const pieces = decoder.decode(buffer.subarray(0, length), { stream: length > 0 }).split('\n')
      const last = pieces.pop() ?? ''
      for (const piece of pieces) {
        yield [...rest, piece].join('')
        rest = []
      }
      if (last !== '') rest.push(last)
      if (length === 0) break
    }
    if (rest.length > 0) yield rest.join('')
  } finally {
    closeSync(file)
  }
}
