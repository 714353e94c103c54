import type { Token } from '../tokenize.ts'
import { STOP_WORDS } from './stop-words.ts'

/** Enough to tell by; a longer text is looked at in as many tokens from its start. */
const SAMPLE_TOKENS = 2000
/** Below so many words nothing can be told, and a text is taken for English when it has the letters of it. */
const FEW_WORDS = 20
/** Running text of a European language has some 40 % stop words; a list of names has few. */
const LEAST_SHARE = 0.12

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Thai}/u, 'th'],
]

/**
 * The language of a text as a BCP 47 tag, or null when it cannot be told. By script, then by which language's stop
 * words it has most of. A text of few words in Latin letters gives 'en' unless another language fits better.
 */
export function detectLanguage(tokens: readonly Token[]): string | null {
  const words = tokens.slice(0, SAMPLE_TOKENS).map((token) => token.text.toLowerCase())
  const letters = words.filter((word) => /\p{L}/u.test(word))
  if (letters.length === 0) return null
  const script = otherScript(letters)
  if (script !== null) return script
  const scores = Object.entries(STOP_WORDS).map(([tag, stops]) => ({ tag, hits: countIn(letters, stops) }))
  scores.sort((a, b) => b.hits - a.hits)
  const [best, second] = scores
  if (best === undefined) return null
  const english = scores.find((score) => score.tag === 'en')?.hits ?? 0
  if (letters.length < FEW_WORDS) return best.hits > english + 1 ? best.tag : 'en'
  if (best.hits / letters.length < LEAST_SHARE) return null
  // Danish, Norwegian and their like share stop words; a tie is no answer, unless English is in it.
  return best.hits === second?.hits && best.tag !== 'en' ? null : best.tag
}

function countIn(words: readonly string[], stops: ReadonlySet<string>): number {
  return words.reduce((count, word) => count + (stops.has(word) ? 1 : 0), 0)
}

/** The language of the script that more than half of the words are in, when that is not Latin. */
function otherScript(words: readonly string[]): string | null {
  for (const [script, tag] of SCRIPTS) {
    const count = words.reduce((sum, word) => sum + (script.test(word) ? 1 : 0), 0)
    if (count * 2 > words.length) return tag
  }
  // Chinese and Japanese put no spaces, so one token is many words: any kana tells Japanese.
  return null
}
