/** A text file of an export, made part by part. `path` has "/" between folders, whatever the platform. */
export interface ExportFile {
  readonly path: string
  readonly parts: Iterable<string>
}

const CHUNK_CHARS = 1 << 16

/** Text as UTF-8 in pieces worth writing, without ever holding all of it. No part may end within a character. */
export function* textToBytes(parts: Iterable<string>): Generator<Uint8Array, void, void> {
  const encoder = new TextEncoder()
  let waiting: string[] = []
  let chars = 0
  for (const part of parts) {
    waiting.push(part)
    chars += part.length
    if (chars < CHUNK_CHARS) continue
    yield encoder.encode(waiting.join(''))
    waiting = []
    chars = 0
  }
  if (chars > 0) yield encoder.encode(waiting.join(''))
}
