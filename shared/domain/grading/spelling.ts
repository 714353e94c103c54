import { isLookAlike } from './look-alikes.ts'

/** Sounds that our letters write in more than one way, each by one sign. From long to short, since the first one wins. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ck|qu?|c(?![eihy])/g, 'k'],
  [/kh/g, 'x'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/c(?=[eiy])|z/g, 's'],
  [/tz|ts/g, 'ts'],
  [/dj|zh/g, 'j'],
  [/ou|oo|u/g, 'u'],
  [/ee|ie|iy|yy|ii|y|j(?=[aeou])/g, 'i'],
  [/ai|ay|ey|ei/g, 'e'],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
]

const MIN_SOUND_CHARS = 5

/** Whether two folded words are the same name in other letters: Zelensky and Zelenskyy, Hussein and Hussain. */
function soundsAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MIN_SOUND_CHARS || Math.abs(a.length - b.length) > 2) return false
  return soundOf(a) === soundOf(b)
}

function soundOf(word: string): string {
  return sounds.reduce((text, [letters, sign]) => text.replace(letters, sign), word)
}

/**
 * Whether `typed` can only be `word` with a small slip, both folded: two letters swapped, one doubled or not doubled, one
 * missing or added within, one vowel for another, or one wrong letter within a long word. The first letter stands, and
 * so does the ending, since "Syrian" is not "Syria"; and no slip leads from one real name to another.
 */
export function isSlip(typed: string, word: string): boolean {
  if (typed === word) return true
  if (/\d/.test(typed + word) || isLookAlike(typed) || isLookAlikeEnding(typed, word)) return false
  return soundsAlike(typed, word) || isOneEdit(typed.replaceAll('z', 's'), word.replaceAll('z', 's'))
}

/** Surnames that differ in nothing else: Hansen and Hanson, Ivanov and Ivanova, Williams and William. */
function isLookAlikeEnding(typed: string, word: string): boolean {
  const endings = /(?:son|sen|sson|ov|ova|ev|eva|sky|ska|s)$/
  const [a, b] = [endings.exec(typed)?.[0] ?? '', endings.exec(word)?.[0] ?? '']
  const same = a === b || (a === 'sky' && b === '') || (a === '' && b === 'sky')
  return !same && typed.slice(0, typed.length - a.length) === word.slice(0, word.length - b.length)
}

function isOneEdit(typed: string, word: string): boolean {
  const start = commonStart(typed, word)
  const end = commonEnd(typed, word, start)
  const [was, should] = [typed.slice(start, typed.length - end), word.slice(start, word.length - end)]
  const shape = `${was.length}:${should.length}`
  if (shape === '2:2') return start > 0 && word.length >= 4 && was === `${should[1]}${should[0]}`
  if (shape === '1:0' || shape === '0:1') return isOneMore(typed, word, start, end, was || should)
  return shape === '1:1' && start > 0 && end > 0 && isOneOther(was, should, word.length)
}

/** One letter more or less: doubled in a word of four, else within a word of six. */
function isOneMore(typed: string, word: string, start: number, end: number, letter: string): boolean {
  const shorter = typed.length < word.length ? typed : word
  if (start > 0 && shorter[start - 1] === letter) return shorter.length >= 4
  return start > 0 && end > 0 && word.length >= 6 && shorter.length >= 5
}

const vowel = /^[aeiouy]$/
const besideEachOther = ['mn', 'bv', 'bp', 'dt', 'gk', 'ck', 'sz', 'sc', 'gj', 'iy', 'vw', 'fv', 'lr']

function isOneOther(was: string, should: string, wordChars: number): boolean {
  if (vowel.test(was) && vowel.test(should)) return wordChars >= 6
  const isNear = besideEachOther.some((pair) => pair === was + should || pair === should + was)
  return wordChars >= (isNear ? 7 : 9)
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let at = 0
  while (at < most && a[a.length - 1 - at] === b[b.length - 1 - at]) at++
  return at
}
