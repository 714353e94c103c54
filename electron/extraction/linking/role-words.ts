import { ROLE_NOUNS, TITLES } from '../names/lists/titles.ts'
import type { NameSpan } from '../names/name-span.ts'
import { type ReadText, sliceTokens, tokenAt, wordAt } from '../read-text.ts'

/** Tokens of a role, and of the passage that gives it to a name. */
export interface RoleSpan {
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
}

/** Nouns of what groups are. */
const GROUP_NOUNS: ReadonlySet<string> = new Set(
  (
    'agency company firm party group charity organisation organization newspaper broadcaster bank movement coalition ' +
    'manufacturer airline channel network band supergroup site website platform service militia outlet magazine journal ' +
    'church school hospital university college legislature parliament alliance association union nonprofit watchdog ' +
    'tank club team retailer operator startup subsidiary conglomerate regulator tribunal court faction publisher ' +
    'centre center owner utility force wing body observatory supermarket brewery carrier insurer lender maker daily weekly tabloid creditor promotion brigade federation'
  ).split(' '),
)

/** Words made as those for people are, in small letters ("chiropractor", "puppeteer"), and others that end alike. */
const MADE_ROLE = /^\p{Ll}{3,}(?:er|or|eer|ian|ant|ess|man|ee)$/u
const NO_ROLE: ReadonlySet<string> = new Set(
  `
  career beer deer steer sheer veneer cheer idea plea area access address after agree amber another answer asian assess australian authoritarian banner barrier barter batter
  better bigger bitter bladder border bother brilliant business butter canadian cancer carrier center chamber
  chapter charter civilian cleaner closer cluster coffee color committee computer congress consider constant
  container corner covenant cover deeper degree deliver differ dinner disaster discover distant dominant earlier
  easter egyptian either elegant encounter enter error ever express exterior factor faster favor feather fever fewer
  filter flower folder former free frontier further gather gender german giant glitter grant greater guarantee guess
  harbor helicopter higher hinder hither honor however human humanitarian important indian infant inner instant
  interior iranian italian junior knee labor ladder larger later latter layer leather less letter litter longer
  lower major manner master matter minor monster motor murder neighbor neither never newer newspaper number offer
  older order other outer outsider over paper pier plant pollutant possess poster powder power prayer prefer
  pregnant press prior process progress proper quarter rather reactor recover refer register relevant reluctant
  remember remnant render restaurant river roman rubber rumor russian sector senior september shelter shorter
  shutter significant silver slower smaller sober soccer starter stronger success suffer summer superior surrender
  syrian tenant terror theater thither three tier timber together tower tractor trailer transfer tree twitter under
  unless utilitarian utter variant vector vegetarian vigor want warrant water weaker weather whether wider winter
  wither woman wonder younger
`
    .trim()
    .split(/\s+/),
)
/** A word for what someone is: listed, or made as such words are ("herpetologist", "Assemblywoman"). */
export function isRoleNoun(word: string): boolean {
  return (
    ROLE_NOUNS.has(word) ||
    TITLES.has(word) ||
    ROLE_NOUNS.has(word.toLowerCase()) ||
    (MADE_ROLE.test(word) && !NO_ROLE.has(word)) ||
    /^\p{L}{2,}(?:ologist|[^c]ist|icist|woman|grapher|ician|keeper|maker|mate|player|sman|writer|worker|holder|leader|owner|driver|fighter|officer|seller|dealer|trader|runner|hunter|winner|teacher|seeker)$/u.test(
      word,
    )
  )
}

/** A word for what several people are: "actors", "senators", "firemen". */
export function isPluralRole(word: string): boolean {
  if (/^(?:children|men|women|businessmen|policemen|firemen|wives|siblings)$/.test(word)) return true
  return /s$/.test(word) && (isRoleNoun(word.replace(/s$/, '')) || isRoleNoun(word.replace(/s$/, '').toLowerCase()))
}

/** Whether a noun says what a name of this kind is. */
export function isHeadOf(word: string, kind: NameSpan['kind']): boolean {
  if (kind === 'place') return false
  const small = word.toLowerCase()
  if (kind === 'group') return GROUP_NOUNS.has(small)
  return isRoleNoun(word) || ROLE_NOUNS.has(small) || ROLE_NOUNS.has(small.replace(/s$/, ''))
}

/** Whether a noun phrase says what someone is: its head, before the first preposition, is a role. */
export function isRolePhrase(document: ReadText, first: number, last: number, kind: NameSpan['kind']): boolean {
  let determined = false
  for (let at = first; at < last; at++) {
    const word = wordAt(document, at)
    if (at <= first + 1 && DETERMINER.test(word)) determined = true
    if (BINDS.test(word) && wordAt(document, at - 1) !== '-' && at > first + (determined ? 1 : 0)) {
      if (word === 'and' && !isHeadOf(wordAt(document, at - 1), kind)) continue
      return isHeadOf(wordAt(document, at - 1), kind) || (word === 'of' && /^one$/i.test(wordAt(document, first)))
    }
    if (word === 'in' && wordAt(document, at - 1) === '-') continue
    if (/^(?:and|but|or|in|on|at|to|by|with|as|he|she|it|they|not)$/.test(word)) return false
  }
  return isHeadAt(document, last - 1, kind)
}

/** The last word of a role, "sister-in-law" and "president-elect" among them. */
function isHeadAt(document: ReadText, at: number, kind: NameSpan['kind']): boolean {
  const word = wordAt(document, at)
  if (/^(?:law|elect)$/.test(word) && wordAt(document, at - 1) === '-') return kind === 'person'
  return isHeadOf(word, kind)
}

/** The text of a role, with its passage. */
export function roleOf(document: ReadText, { first, last, from, to }: RoleSpan) {
  return {
    role: sliceTokens(document, first, last).replace(/\s+/g, ' '),
    start: tokenAt(document, from).start,
    end: tokenAt(document, to - 1).end,
  }
}

const BINDS = /^(?:of|for|at|in|from|on|with|to|by|and|than)$/
const DETERMINER =
  /^(?:formerly|previously|once|a|an|the|his|her|their|its|one|former|then|another|A|An|The|His|Her|Their|One|Another|Former)$/
