import type { ImportedMark } from '#shared/domain/imported.ts'
import { offsetOf } from '#shared/text/count-characters.ts'
import { findQuote, type QuoteFinding, type SearchedText, toSearchedText } from '#shared/text/find-quote.ts'
import { toPlainText, toSourceRange } from '#shared/text/plain-text.ts'

/** Where a mark made elsewhere stands, and in which of the texts. */
export interface AnchoredMark extends QuoteFinding {
  readonly text: number
}

const RANK = { sure: 2, unsure: 1, lost: 0 } as const

/** Finds each mark in the text where it stands most surely. A quotation cut short by "…" is looked for by its words. */
export function anchorMarks({
  texts,
  marks,
}: {
  readonly texts: readonly string[]
  readonly marks: readonly ImportedMark[]
}): AnchoredMark[] {
  const searched = texts.map(toSearchedText)
  return marks.map(({ quote, prefix, suffix, characters }) => {
    const told = characters ? findTold(texts, quote, characters) : null
    if (told) return told
    const wanted = { quote: quote.replace(/^\s*(?:…|\.{3})|(?:…|\.{3})\s*$/g, '').trim(), prefix, suffix }
    let best: AnchoredMark = { text: 0, state: 'lost', places: [] }
    for (const [text, one] of searched.entries()) {
      const found = findAlone(one, wanted.quote) ?? findQuote(one, wanted, 0)
      const isBetter =
        RANK[found.state] > RANK[best.state] ||
        (found.state === best.state && (found.places[0]?.score ?? 0) > (best.places[0]?.score ?? 0))
      if (isBetter) best = { ...found, text }
      if (found.state === 'sure') break
    }
    return best
  })
}

/** The text whose words at the place that was told are those of the mark, and where; null when there is none. */
function findTold(
  texts: readonly string[],
  quote: string,
  characters: { readonly start: number; readonly end: number },
): AnchoredMark | null {
  for (const [text, one] of texts.entries()) {
    const [start, end] = [offsetOf(one, characters.start), offsetOf(one, characters.end)]
    if (start === null || end === null || start >= end) continue
    if (one.slice(start, end).trim() === quote.trim())
      return { text, state: 'sure', places: [{ start, end, score: 1 }] }
  }
  return null
}

/** So short a quotation may stand once by chance. */
const FEWEST_CHARS = 8

/**
 * The place of words that stand in a text exactly once, letter by letter. Elsewhere the words around a mark are seldom
 * kept, and without them no other search is sure of a short one.
 */
function findAlone({ plain }: SearchedText, quote: string): QuoteFinding | null {
  const words = toPlainText(quote).text.trim()
  if (words.length < FEWEST_CHARS) return null
  const start = plain.text.indexOf(words)
  if (start === -1 || plain.text.indexOf(words, start + 1) !== -1) return null
  return { state: 'sure', places: [{ ...toSourceRange(plain, start, start + words.length), score: 1 }] }
}
