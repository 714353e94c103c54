import type { NameModel } from '#electron/extraction/names/model-load.ts'
import { tagNames } from '#electron/extraction/names/tagger.ts'
import { splitSentences } from '#electron/extraction/sentences.ts'
import { tokenize } from '#electron/extraction/tokenize.ts'
import type { GoldDocument } from './corpus.ts'

interface Guess {
  readonly likely: number
  readonly isRight: boolean
}

const TYPES = new Set(['PER', 'ORG', 'LOC'])
/** Fewer guesses than this say nothing sure of a rate. */
const LEAST_GUESSES = 60

/** Likelihood and rate of being right, as points of a rising line, from documents the model never saw. */
export function fitCalibration(model: NameModel, documents: readonly GoldDocument[]): Float32Array {
  const guesses = documents.flatMap((document) => guessesOf(model, document)).sort((a, b) => a.likely - b.likely)
  return Float32Array.from(poolRates(guesses).flatMap(({ likely, rate }) => [likely, rate]))
}

function guessesOf(model: NameModel, document: GoldDocument): Guess[] {
  const tokens = tokenize(document.text)
  const gold = new Set(document.names.map((name) => `${name.start} ${name.end} ${name.type}`))
  return tagNames(model, tokens, splitSentences(document.text, tokens, []))
    .filter((name) => TYPES.has(name.type))
    .map((name) => ({ likely: name.confidence, isRight: gold.has(`${name.start} ${name.end} ${name.type}`) }))
}

/** Pools neighbours until rates rise. Source: pool adjacent violators, Ayer et al. (1955). */
function poolRates(guesses: readonly Guess[]): { likely: number; rate: number }[] {
  const pools: { count: number; right: number; likely: number }[] = []
  for (let at = 0; at < guesses.length; at += LEAST_GUESSES) {
    const group = guesses.slice(at, at + LEAST_GUESSES)
    const right = group.filter((guess) => guess.isRight).length
    pools.push({ count: group.length, right, likely: group.reduce((sum, guess) => sum + guess.likely, 0) })
    for (let last = pools.at(-1), before = pools.at(-2); last && before && isFalling(before, last); ) {
      pools.splice(-2, 2, {
        count: before.count + last.count,
        right: before.right + last.right,
        likely: before.likely + last.likely,
      })
      last = pools.at(-1)
      before = pools.at(-2)
    }
  }
  return pools.map(({ count, right, likely }) => ({ likely: likely / count, rate: right / count }))
}

function isFalling(a: { count: number; right: number }, b: { count: number; right: number }): boolean {
  return a.right / a.count >= b.right / b.count
}
