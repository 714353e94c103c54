import { foldText } from '../../text/fold.ts'

/** What a figure measures, apart from how it is worded. */
export interface Measure {
  /** Its words without names, in one order and one form: "killed", "air strike". Empty when nothing is said. */
  readonly key: string
  /** Names among the words: whose it is, or of what make. */
  readonly names: readonly string[]
}

const table = (rows: Readonly<Record<string, string>>) =>
  new Map(Object.entries(rows).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)))

/** Words that news use for the same thing. */
const SAME = table({
  killed: 'killed kill dead died die death deaths fatality fatalities toll',
  injured: 'injured injure wounded wound hurt injury injuries',
  arrested: 'arrested arrest detained detain arrests',
  displaced: 'displaced displace fled flee evacuated evacuate homeless',
  missing: 'missing',
  damaged: 'damaged damage destroyed destroy burned burnt',
  person: 'people person persons men women man woman civilians civilian victims victim lives life residents resident',
  worker: 'worker workers employee employees staff',
  home: 'home homes house houses',
  protester: 'protester protesters demonstrator demonstrators marchers',
  fighter: 'fighter fighters militant militants',
  cost: 'cost costs price prices',
})

const EMPTY = new Set(
  `a an the of in on at by for to from with and or its his her their our this that these those was were are is be been
  more other number numbers total rate level figure count sum confirmed reported estimated official overall according
  lost about some any all each such`.split(/\s+/),
)

/** Ways of coming to harm or being caught, which a sentence says by its verb where the figure counts people alone. */
const SENSES = ['killed', 'injured', 'arrested', 'displaced', 'missing'] as const

/**
 * What is measured. `sentence` and `at`, where the figure begins in it, tell what happened to people that are counted
 * without a word on that: "the flood killed 12 people".
 */
export function readMeasure(measures: string | null, sentence: string, at: number): Measure {
  const words = (measures ?? '').match(/[\p{L}\p{N}][\p{L}\p{N}’'./-]*/gu) ?? []
  const names = words.filter((word) => /\p{Lu}/u.test(word))
  const plain = words.filter((word) => !/\p{Lu}/u.test(word)).map(normalWord)
  const isLoss = /\blives lost\b/.test(measures ?? '')
  const kept = [...new Set([...plain.filter((word) => !EMPTY.has(word)), ...(isLoss ? ['killed'] : [])])]
  const sense = SENSES.find((one) => kept.includes(one)) ?? (isOnly(kept, 'person') ? senseOf(sentence, at) : null)
  const key = sense ? [sense, ...kept.filter((word) => word !== sense && word !== 'person')] : kept
  return { key: key.sort().join(' '), names }
}

function isOnly(words: readonly string[], word: string): boolean {
  return words.length === 1 && words[0] === word
}

function normalWord(word: string): string {
  const folded = foldText(word).replace(/['.]s?$/, '')
  return SAME.get(folded) ?? SAME.get(singular(folded)) ?? singular(folded)
}

function singular(word: string): string {
  if (/[^s]ies$/.test(word) && word.length > 5) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word
  if (/(?:ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** What the sentence says happened, by the word nearest to the figure; null when it says nothing of the kind. */
function senseOf(sentence: string, at: number): string | null {
  let best: { sense: string; far: number } | null = null
  for (const match of sentence.matchAll(/\p{L}+/gu)) {
    const sense = SAME.get(match[0].toLowerCase())
    if (!sense || !SENSES.some((one) => one === sense)) continue
    const far = Math.abs(match.index - at)
    if (!best || far < best.far) best = { sense, far }
  }
  return best?.sense ?? null
}

/** Words that say too little to be held against each other unless one knows of whom. */
const VAGUE = new Set(
  'person country place time part thing group article year month week day hour minute case side kind member'.split(' '),
)

/** Whether a measure says too little by itself. */
export function isVague(key: string): boolean {
  return key === '' || VAGUE.has(key)
}

const GROWING = /^(?:killed|injured|arrested|displaced|missing|damaged)\b|\b(?:damaged|case|vote|strike|signature)\b/

/** Whether such a count only ever grows, so that a later, greater one takes nothing back. */
export function isGrowing(key: string): boolean {
  return GROWING.test(key)
}
