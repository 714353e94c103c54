import { foldText } from '../../text/fold.ts'
import { commonSpelling } from './known-variants.ts'
import { isSlip } from './spelling.ts'
import { accept, reject, type Verdict } from './verdict.ts'

const small = new Set('the a an of for to in on at by and & is was were are be'.split(' '))
const months = 'january february march april may june july august september october november december'.split(' ')
/** Folded words of a people or country, the country first: "the Iraqi minister" is "the minister of Iraq". */
const peoples = new Map(
  `iraq iraqi|iran iranian|syria syrian|libya libyan|russia russian|ukraine ukrainian|germany german|france french
  britain british|england english|scotland scottish|ireland irish|spain spanish|italy italian|greece greek|turkey turkish
  china chinese|japan japanese|india indian|pakistan pakistani|israel israeli|egypt egyptian|jordan jordanian
  lebanon lebanese|america american|mexico mexican|canada canadian|australia australian|poland polish|sweden swedish
  norway norwegian|denmark danish|finland finnish|netherlands dutch|belgium belgian|austria austrian|hungary hungarian
  brazil brazilian|argentina argentine|kenya kenyan|nigeria nigerian|ethiopia ethiopian|afghanistan afghan`
    .split(/\||\n\s*/)
    .map((pair) => pair.trim().split(' '))
    .map(([country = '', people = '']) => [people, country] as const),
)
const MOST_SLIPS = 2

/** Whether `typed` says the same words as one of `answers`, whatever their case, accents, articles and order. */
export function gradeWords(typed: string, answers: readonly string[]): Verdict {
  if (foldText(typed) === '') return reject('empty')
  let verdict = reject('different')
  for (const [index, answer] of answers.entries()) {
    const own = gradeAgainst(typed, answer)
    if (own.accepted) return index > 0 && own.reason === 'same' ? accept('alias') : own
    if (verdict.reason === 'different') verdict = own
  }
  return verdict
}

function gradeAgainst(typed: string, answer: string): Verdict {
  if (typed.trim() === answer.trim()) return accept('same')
  const [said, asked] = [contentWords(typed), contentWords(answer)]
  if (said.length === 0 || asked.length === 0) return reject('different')
  if (isSameSet(said, asked)) return isTurnedRound(typed, answer) ? reject('different') : accept('form')
  const [saidRest, askedRest] = [without(said, asked), without(asked, said)]
  if (saidRest.length === askedRest.length && saidRest.length <= MOST_SLIPS) {
    const isSlipped = saidRest.every((word) => askedRest.some((other) => word.length > 4 && isSlip(word, other)))
    if (isSlipped && said.length > 0) return accept('spelling')
  }
  if (saidRest.length === 0 && said.length > 0) return reject('incomplete')
  return reject(askedRest.length === 0 && asked.length > 0 ? 'too-much' : 'different')
}

/** Words that stand between names without saying what one does to the other. */
const joining = new Set('the a an of for in on at and or & de la le el al von van der da di'.split(' '))

/** Whether the names in `answer` have changed places in `typed`, where words between them tell which does what. */
function isTurnedRound(typed: string, answer: string): boolean {
  const words = answer.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*|[&]/gu) ?? []
  const isName = (word: string | undefined) => word !== undefined && /^\p{Lu}/u.test(word)
  // The last word of each name stands for it: the first may be a capital that only opens the sentence.
  const names = words.flatMap((word, at) =>
    isName(word) && !isName(words[at + 1]) ? [{ at, word: foldText(word) }] : [],
  )
  const said = foldText(typed).split(/[^\p{L}\p{N}]+/u)
  return names.some((name, index) => {
    const next = names[index + 1]
    const between = words.slice(name.at + 1, next?.at).filter((word) => !isName(word))
    if (!next || between.every((word) => joining.has(word))) return false
    const [first, second] = [said.indexOf(name.word), said.indexOf(next.word)]
    return first > second && second !== -1
  })
}

/** Folded words that carry meaning; dates in any usual form become the same words. */
function contentWords(text: string): string[] {
  const words = foldText(text)
    .replace(
      /\b(\d{4})-(\d{2})-(\d{2})\b/g,
      (_, y: string, m: string, d: string) => `${Number(d)} ${months[Number(m) - 1]} ${y}`,
    )
    // Only where one of them can be no month is it sure which of the two ways to write a day this is.
    .replace(/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g, (all, a: string, b: string, y: string) => {
      const [day, month] = Number(a) > 12 ? [a, b] : [b, a]
      const isSure = Number(day) > 12 || a === b
      return isSure ? `${Number(day)} ${months[Number(month) - 1] ?? ''} ${y}` : all
    })
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/'s\b/g, '')
    .replace(/['.](?=\p{L}|$|\s)/gu, '')
    .split(/[^\p{L}\p{N}\p{So}\p{Sc}&.%+#]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter(Boolean)
    .map((word) => fullMonth(commonSpelling(peoples.get(word) ?? word)))
  const bare = words.filter((word) => !small.has(word))
  return bare.length > 0 ? bare : words
}

function fullMonth(word: string): string {
  if (!/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(word)) return word
  return months.find((month) => month.startsWith(word.slice(0, 3))) ?? word
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ')
}

/** The words of `a` that `b` does not have, each as often as it is over. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b]
  return a.filter((word) => {
    const at = left.indexOf(word)
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}
