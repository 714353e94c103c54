import { foldText } from '../../text/fold.ts'
import { commonSpelling } from './known-variants.ts'

const titles = new Set(
  `mr mrs ms miss dr prof professor sir dame lord lady president vice crown prime minister premier chancellor king queen prince
  princess pope emperor empress sultan emir sheikh shaykh sheik imam ayatollah grand mullah rabbi cardinal archbishop bishop
  father sister brother saint general gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral marshal
  field commander senator sen representative rep congressman congresswoman governor gov mayor judge justice secretary
  ambassador foreign defence defense interior finance deputy former ex mp mep the honourable hon rt monsieur madame herr
  frau senor senora signor state of us american british`.split(/\s+/),
)
/** What may stand after a name without being one: degrees and honours. */
const honours = new Set('mp mep phd md obe cbe mbe kbe qc kc esq'.split(' '))
const seniority = new Set(['jr', 'sr', 'junior', 'senior'])
/** Small words of names that people leave out. Patronymics ("bin", "abu") are not among them: they make other persons. */
const particles = new Set(
  `de del della dello der den des di da das do dos du van von ten ter te la le las los lo el al as ash ad an ar af zu
  zur the`.split(/\s+/),
)
const companyForms = new Set('inc ltd limited plc corp corporation co company gmbh sa ag llc nv spa'.split(' '))
const smallWords = new Set('the of for and in a an de du la le et'.split(' '))

/** The words of a person's name that tell one from another, and what hangs on it. All folded. */
export interface PersonName {
  readonly words: readonly string[]
  /** "jr", "sr", or a number as in "XVI", or null. */
  readonly suffix: string | null
}

/** Folded words without dots, hyphens and apostrophes. "Sorel, Ana" is turned round. */
export function nameWords(name: string): string[] {
  const folded = foldText(name)
  const turned = /^([^,]+),\s*([^,]+)$/.exec(folded)
  const isTurned = turned && !honours.has(turned[2] ?? '') && !seniority.has((turned[2] ?? '').replaceAll('.', ''))
  const ordered = isTurned ? `${turned[2]} ${turned[1]}` : folded
  return ordered
    .replace(/'s\b(?= )/g, 's')
    .replace(/(\p{L})\.(?=\p{L}\.)/gu, '$1. ')
    .replace(/['.]/g, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(Boolean)
    .map(commonSpelling)
}

/** A person's name without titles, honours and the small words people leave out. */
export function personName(name: string): PersonName {
  const folded = nameWords(name)
  let words = withoutTitles(folded)
  let suffix: string | null = null
  const last = words.at(-1) ?? ''
  if (words.length > 1 && (seniority.has(last) || isRoman(last))) {
    suffix = { junior: 'jr', senior: 'sr' }[last] ?? last
    words = words.slice(0, -1)
  }
  const bare = words.filter((word) => !particles.has(word))
  return { words: bare.length > 0 ? bare : words, suffix }
}

function withoutTitles(words: readonly string[]): string[] {
  let from = 0
  while (from < words.length - 1 && titles.has(words[from] ?? '')) from++
  let to = words.length
  while (to > from + 1 && honours.has(words[to - 1] ?? '')) to--
  return words.slice(from, to)
}

/** A roman number from II on; "V" and "X" alone may be initials, "Xi" is a name. */
function isRoman(word: string): boolean {
  return /^(?:ii|iii|iv|vi|vii|viii|ix|xii|xiii|xiv|xv|xvi|xvii|xviii|xix|xx|xxi|xxii|xxiii)$/.test(word)
}

/** The words of a group's or place's name, without articles, small words and the form of a company. */
export function properWords(name: string): string[] {
  const words = nameWords(name)
  const bare = words.filter((word, index) => !smallWords.has(word) && !(index > 0 && companyForms.has(word)))
  return bare.length > 0 ? bare : words
}
