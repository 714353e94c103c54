/** Where the passage of a card stands now. `changed` has what it says there; offsets in UTF-16 code units. */
export type SourceState =
  | { readonly state: 'same' }
  | { readonly state: 'changed'; readonly now: string; readonly start: number; readonly end: number }
  | { readonly state: 'lost' }

/** So many characters are not said twice by chance: where they stand is all one. */
const TELLING_CHARS = 25

/**
 * Holds a card's quote against the present text of its article. `place`: where the passage is now, as it has followed
 * the text; null when it was not found in it again.
 */
export function compareSource(
  text: string,
  quote: string,
  place: { readonly start: number; readonly end: number } | null,
): SourceState {
  if (quote === '' || (quote.length >= TELLING_CHARS && text.includes(quote))) return { state: 'same' }
  if (place === null) return { state: 'lost' }
  if (text.slice(place.start, place.end).includes(quote)) return { state: 'same' }
  const whole = wholeWords(text, place.start, place.end)
  return { state: 'changed', now: text.slice(whole.start, whole.end), ...whole }
}

/** A found place may end within a number or word that has changed. */
function wholeWords(text: string, from: number, to: number): { start: number; end: number } {
  const isInWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at] ?? '')
  let [start, end] = [from, to]
  while (start > 0 && isInWord(start)) start--
  while (end < text.length && isInWord(end)) end++
  return { start, end }
}

/** What one text says where the other says something else: whole words, without what both begin and end with. */
export function differingWords(before: string, now: string): { readonly before: string; readonly now: string } {
  const [a, b] = [before.split(/(\s+)/), now.split(/(\s+)/)]
  let first = 0
  while (first < Math.min(a.length, b.length) && a[first] === b[first]) first++
  let last = 0
  while (last < Math.min(a.length, b.length) - first && a[a.length - 1 - last] === b[b.length - 1 - last]) last++
  const cut = (words: readonly string[]) =>
    words
      .slice(first, words.length - last)
      .join('')
      .trim()
  return { before: bare(cut(a)), now: bare(cut(b)) }
}

const bare = (words: string) => words.replace(/^[\s,.;:“”"'()]+|[\s,.;:“”"'()]+$/gu, '')

/**
 * The sides of a card with what has changed in its source put in; null when neither side says it just once, so that
 * only the person can tell what to write.
 */
export function updateSides<Sides extends { readonly front: string; readonly back: string }>(
  card: Sides,
  quote: string,
  now: string,
): { readonly front: string; readonly back: string } | null {
  const words = differingWords(quote, now)
  if (words.before === '' || words.now === '') return null
  const times = (side: string) => side.split(words.before).length - 1
  const [inFront, inBack] = [times(card.front), times(card.back)]
  if (inFront > 1 || inBack > 1 || inFront + inBack === 0) return null
  const replace = (side: string) => side.split(words.before).join(words.now)
  return { front: replace(card.front), back: replace(card.back) }
}
