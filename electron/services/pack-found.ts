import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { ExtractionResult } from '#electron/workers/extract-task.ts'

/** What was found of an article, as few bytes. */
export function packFound(result: ExtractionResult): Uint8Array {
  return deflateRawSync(JSON.stringify(result))
}

/** What `packFound` packed. */
export function unpackFound(bytes: Uint8Array): ExtractionResult {
  // Written by `packFound` alone.
  return JSON.parse(inflateRawSync(bytes).toString()) as ExtractionResult
}
