import { type ReadText, wordAt } from '../read-text.ts'

/** What hedging words say of a number: it is near it, at least it, or at most it. */
export type HedgeSense = 'near' | 'least' | 'most'

/** A hedge before a number, from token `first` on. */
export interface Hedge {
  readonly first: number
  readonly sense: HedgeSense
}

/** Written from last word to first, since one reads them backwards from the number. */
const HEDGES: readonly (readonly [words: string, sense: HedgeSense])[] = [
  ['at least', 'least'],
  ['at the very least', 'least'],
  ['at minimum', 'least'],
  ['a minimum of', 'least'],
  ['no fewer than', 'least'],
  ['no less than', 'least'],
  ['not less than', 'least'],
  ['more than', 'least'],
  ['greater than', 'least'],
  ['higher than', 'least'],
  ['well over', 'least'],
  ['just over', 'least'],
  ['slightly over', 'least'],
  ['over', 'least'],
  ['above', 'least'],
  ['upwards of', 'least'],
  ['in excess of', 'least'],
  ['exceed', 'least'],
  ['exceeds', 'least'],
  ['exceeded', 'least'],
  ['exceeding', 'least'],
  ['surpassed', 'least'],
  ['surpassing', 'least'],
  ['topped', 'least'],
  ['up to', 'most'],
  ['as many as', 'most'],
  ['as much as', 'most'],
  ['as high as', 'most'],
  ['as long as', 'most'],
  ['at most', 'most'],
  ['a maximum of', 'most'],
  ['maximum of', 'most'],
  ['no more than', 'most'],
  ['not more than', 'most'],
  ['less than', 'most'],
  ['fewer than', 'most'],
  ['lower than', 'most'],
  ['just under', 'most'],
  ['well under', 'most'],
  ['under', 'most'],
  ['below', 'most'],
  ['within', 'most'],
  ['about', 'near'],
  ['around', 'near'],
  ['roughly', 'near'],
  ['approximately', 'near'],
  ['approx.', 'near'],
  ['circa', 'near'],
  ['nearly', 'near'],
  ['almost', 'near'],
  ['close to', 'near'],
  ['near', 'near'],
  ['some', 'near'],
  ['an estimated', 'near'],
  ['estimated', 'near'],
  ['probably', 'near'],
  ['presumably', 'near'],
  ['as few as', 'near'],
  ['as little as', 'near'],
  ['only', 'near'],
  ['just', 'near'],
  ['exactly', 'near'],
  ['~', 'near'],
]

const byLastWord = new Map<string, { readonly words: readonly string[]; readonly sense: HedgeSense }[]>()
for (const [text, sense] of HEDGES) {
  const words = text.split(' ').reverse()
  const last = words[0] ?? ''
  const entries = byLastWord.get(last) ?? []
  entries.push({ words, sense })
  entries.sort((a, b) => b.words.length - a.words.length)
  byLastWord.set(last, entries)
}

/**
 * The hedge that ends just before token `at`, or null. Two in a row are taken together ("only about", "at least about"),
 * and the stronger sense holds. It never reaches before token `from`.
 */
export function hedgeBefore(document: ReadText, at: number, from: number): Hedge | null {
  const near = oneHedgeBefore(document, at, from)
  if (near === null) return null
  const far = oneHedgeBefore(document, near.first, from)
  if (far === null) return near
  return { first: far.first, sense: near.sense === 'near' ? far.sense : near.sense }
}

function oneHedgeBefore(document: ReadText, at: number, from: number): Hedge | null {
  for (const { words, sense } of byLastWord.get(wordAt(document, at - 1).toLowerCase()) ?? []) {
    const first = at - words.length
    if (first >= from && words.every((word, back) => wordAt(document, at - 1 - back).toLowerCase() === word)) {
      return { first, sense }
    }
  }
  return null
}

/** A hedge after the number: "or more", "or so", "plus"; `last` is the token after it. */
export function hedgeAfter(
  document: ReadText,
  at: number,
): { readonly last: number; readonly sense: HedgeSense } | null {
  const [word, next] = [wordAt(document, at), wordAt(document, at + 1)]
  if (word === '+') return { last: at + 1, sense: 'least' }
  if (word !== 'or') return null
  if (/^(?:more|over|higher|older|above)$/.test(next)) return { last: at + 2, sense: 'least' }
  if (/^(?:less|fewer|under|younger|below|lower)$/.test(next)) return { last: at + 2, sense: 'most' }
  return next === 'so' ? { last: at + 2, sense: 'near' } : null
}
