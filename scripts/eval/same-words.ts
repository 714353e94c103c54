const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the of in on at to for from by with and or as is are was were be been being its their his her this that these'.split(
    ' ',
  ),
)

/** Small letters, no accents or signs, single spaces. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

/** The words of a phrase that carry meaning, singular and plural alike. */
export function contentWords(text: string | null | undefined): Set<string> {
  const words = plainWords(text ?? '').split(' ')
  return new Set(words.filter((word) => word !== '' && !SMALL_WORDS.has(word)).map(singular))
}

/** Whether two phrases share half of their content words (Dice's coefficient 0.5 or more); two empty ones do. */
export function shareHalf(a: string | null | undefined, b: string | null | undefined): boolean {
  const [wordsA, wordsB] = [contentWords(a), contentWords(b)]
  if (wordsA.size === 0 && wordsB.size === 0) return true
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length
  return (2 * shared) / (wordsA.size + wordsB.size) >= 0.5
}

/** Whether two phrases have the same content words. */
export function haveSameWords(a: string | null | undefined, b: string | null | undefined): boolean {
  const [wordsA, wordsB] = [contentWords(a), contentWords(b)]
  return wordsA.size === wordsB.size && [...wordsA].every((word) => wordsB.has(word))
}

function singular(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:s|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word
}
