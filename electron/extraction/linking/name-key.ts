import { HONORIFICS } from '../names/lists/titles.ts'

/** Letters without accents, in small letters; "ʻ" and other marks that are no letters are left out. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}’'ʻ`.]/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0-]+/gu, ' ')
    .trim()
}

/** The parts of a person's name that can be compared: without initials, "Jr." and forms of address. */
export function personParts(name: string): string[] {
  const words = name
    .split(/\s+/)
    .filter((word) => !/^(?:\p{Lu}\.?|Jr\.?|Sr\.?|II|III|IV)$/u.test(word) && !HONORIFICS.has(word))
  return (words.length > 0 ? words : name.split(/\s+/)).map((word) => foldName(word.replace(/^(?:al|el|Al|El)-/u, '')))
}

/** Whether two folded surnames are spellings of one: equal, or apart by one doubled letter or changed vowel. */
export function isSpelledAlike(a: string, b: string): boolean {
  return a === b || squeeze(a) === squeeze(b)
}

/** Doubled letters once: "jaafari" and "jafari" are one name in two transcriptions. */
function squeeze(name: string): string {
  return name.replace(/(\p{L})\1+/gu, '$1')
}
