import { readFileSync } from 'node:fs'
import { ENGINE } from '#electron/extraction/engine.ts'
import { extractWith } from '#electron/extraction/extract.ts'
import { createNameFinder } from '#electron/extraction/names/find-names.ts'
import { loadNameModel } from '#electron/extraction/names/model-load.ts'
import type { FindNames } from '#electron/extraction/names/name-span.ts'
import { splitSentences } from '#electron/extraction/sentences.ts'
import { tokenize } from '#electron/extraction/tokenize.ts'
import type { BlockKind } from '#shared/domain/article.ts'
import type { Extraction, ExtractionInput } from '#shared/domain/extraction.ts'

/** A sentence with the kind of block it stands in. Offsets: UTF-16 code units, end excluded. */
export interface SentenceSpan {
  readonly start: number
  readonly end: number
  readonly kind: BlockKind
}

/** What a search of one article gives. */
export interface ExtractionResult {
  readonly found: Extraction
  readonly sentences: readonly SentenceSpan[]
}

let findNames: FindNames | null = null

function getNameFinder(modelFile: string): FindNames {
  findNames ??= createNameFinder(loadNameModel(readFileSync(modelFile)))
  return findNames
}

/** Searches one article, with the model of names that lies in `modelFile`. */
export function extract(modelFile: string, input: ExtractionInput): ExtractionResult {
  return {
    found: extractWith(getNameFinder(modelFile), ENGINE, input),
    sentences: splitSentences(input.text, tokenize(input.text), input.blocks).map(({ start, end, kind }) => ({
      start,
      end,
      kind,
    })),
  }
}
