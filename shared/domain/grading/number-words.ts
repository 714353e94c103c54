const small: Readonly<Record<string, number>> = Object.fromEntries(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value]),
)
const tens: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
)
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  grand: 1e3,
  lakh: 1e5,
  million: 1e6,
  millions: 1e6,
  mln: 1e6,
  mn: 1e6,
  m: 1e6,
  crore: 1e7,
  billion: 1e9,
  bln: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  trn: 1e12,
  tn: 1e12,
  dozen: 12,
  dozens: 12,
  score: 20,
}
const parts: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  eighth: 8,
  eighths: 8,
  tenth: 10,
  tenths: 10,
}
const signs: Readonly<Record<string, number>> = { '½': 0.5, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 0.25, '¾': 0.75, '⅕': 0.2 }

/** A number read from folded words: its value, and how many words it took. `isPart`: a fraction, as in "half". */
export interface WordNumber {
  readonly value: number
  readonly taken: number
  readonly isPart: boolean
}

/** The number at the start of `words`: digits, words, fractions and scales in any usual mixture; null when none. */
export function readWordNumber(words: readonly string[]): WordNumber | null {
  return readPart(words) ?? readScaled(words)
}

/** "half", "a third", "two thirds", "3/4", "¾", with a scale after it perhaps: "half a million". */
function readPart(words: readonly string[]): WordNumber | null {
  const [first = '', second = ''] = words
  const slashed = /^(\d+)\/(\d+)$/.exec(first)
  if (slashed && Number(slashed[2]) > 0) return part(words, Number(slashed[1]) / Number(slashed[2]), 1)
  if (signs[first] !== undefined) return part(words, signs[first], 1)
  if (first === 'half') return part(words, 0.5, 1)
  if (first === 'a' && parts[second]) return part(words, 1 / parts[second], 2)
  if (first === 'quarter' || first === 'third') return part(words, 1 / (parts[first] ?? 1), 1)
  const count = small[first] ?? (/^\d$/.test(first) ? Number(first) : undefined)
  return count !== undefined && parts[second] ? part(words, count / parts[second], 2) : null
}

function part(words: readonly string[], value: number, taken: number): WordNumber {
  const skip = /^(?:a|an|of)$/.test(words[taken] ?? '') && scales[words[taken + 1] ?? ''] ? 1 : 0
  const scale = scales[words[taken + skip] ?? '']
  if (scale === undefined || (words[taken + skip] ?? '').length < 3) return { value, taken, isPart: true }
  return { value: value * scale, taken: taken + skip + 1, isPart: false }
}

function readScaled(words: readonly string[]): WordNumber | null {
  let [total, group, taken] = [0, null as number | null, 0]
  while (taken < words.length) {
    const word = words[taken] ?? ''
    const digits = readDigits(word)
    const scale = scales[word]
    if (digits !== null && group === null) group = digits
    else if (
      small[word] !== undefined &&
      (group === null || group % 100 === 0 || (group % 10 === 0 && small[word] < 10))
    )
      group = (group ?? 0) + small[word]
    else if (tens[word] !== undefined && (group === null || group % 100 === 0)) group = (group ?? 0) + tens[word]
    else if (scale !== undefined && scale === 100 && group !== null && group < 100) group *= 100
    else if (word === 'hundred' && taken === 0) group = 100
    else if (scale !== undefined && group !== null) {
      total += group * scale
      group = null
    } else if ((word === 'a' || word === 'an') && taken === 0 && (scales[words[1] ?? ''] ?? 0) >= 12) group = 1
    else if (word === 'point' && group !== null) return readPoint(words, taken, total, group)
    else if (word === 'and' && taken > 0 && isGoingOn(words[taken + 1], words[taken + 2]))
      return withHalf(words, taken, total, group) ?? goOn()
    else break
    taken++
  }
  if (taken === 0) return null
  return { value: total + (group ?? 0), taken, isPart: false }

  // "a hundred and twenty": the rest is read by itself and added.
  function goOn(): WordNumber | null {
    const rest = readScaled(words.slice(taken + 1))
    if (!rest) return { value: total + (group ?? 0), taken, isPart: false }
    const isScaled = group !== null && rest.value >= 1000 && rest.value % 1000 === 0
    const value = isScaled ? total + rest.value + (group ?? 0) * 1000 : total + (group ?? 0) + rest.value
    return { value, taken: taken + 1 + rest.taken, isPart: false }
  }
}

function isGoingOn(next = '', after = ''): boolean {
  if (next === 'a' || next === 'half') return next === 'half' || parts[after] !== undefined
  return small[next] !== undefined || tens[next] !== undefined
}

/** "two and a half million". */
function withHalf(words: readonly string[], at: number, total: number, group: number | null): WordNumber | null {
  const skip = words[at + 1] === 'a' ? 1 : 0
  const denominator = parts[words[at + 1 + skip] ?? '']
  if (denominator === undefined) return null
  const value = (group ?? 0) + 1 / denominator
  const after = at + 2 + skip
  const scale = scales[words[after] ?? '']
  return scale === undefined
    ? { value: total + value, taken: after, isPart: false }
    : { value: total + value * scale, taken: after + 1, isPart: false }
}

/** "one point two million". */
function readPoint(words: readonly string[], at: number, total: number, group: number): WordNumber | null {
  let taken = at + 1
  let decimals = ''
  while (small[words[taken] ?? ''] !== undefined && (small[words[taken] ?? ''] ?? 10) < 10) {
    decimals += String(small[words[taken] ?? ''])
    taken++
  }
  if (decimals === '') return null
  const value = Number(`${group}.${decimals}`)
  const scale = scales[words[taken] ?? '']
  return { value: total + value * (scale ?? 1), taken: scale === undefined ? taken : taken + 1, isPart: false }
}

/** "1,200,000", "1.2", "1 200" come as one word: separators of thousands are dropped, a decimal comma is read. */
function readDigits(word: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(word)) return Number(word.replaceAll(',', ''))
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(word)) return Number(word.replaceAll('.', ''))
  if (/^\d+,\d{1,2}$/.test(word)) return Number(word.replace(',', '.'))
  return /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(word) ? Number(word) : null
}
