import { escapeMarkdown } from '../text/escape-markdown.ts'
import type { Extraction, FoundEntity, FoundFigure } from './extraction.ts'
import { givesAway, isParticular, listsWhatItCounts, standsAlone } from './fair-question.ts'

/** A card proposed from one article. Indexes point into the extraction it came from. */
export interface ProposedCard {
  /** Tells it apart within its article, also after the text is searched again. */
  readonly key: string
  readonly kind: 'who' | 'role' | 'group' | 'other-name' | 'how-many' | 'cloze' | 'who-said'
  readonly cardKind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
  /** The passage it rests on; offsets in UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly entity: number | null
  readonly figure: number | null
  /** The higher, the more worth learning; comparable within one article. */
  readonly rank: number
}

/** A stretch of the text, end excluded. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

interface Source {
  readonly text: string
  readonly publishedOn: string | null
  readonly found: Extraction
  readonly sentences: readonly TextRange[]
}

/** A handful: more for a long text, never more than one would look through. */
const PER_ARTICLE = { min: 5, max: 8, charsPerCard: 700 }
const MAX_PER_KIND = 3
const MAX_PER_ENTITY = 3
/** Below this a find is too doubtful to be taught. */
const MIN_CONFIDENCE = 0.5
const SENTENCE_CHARS = { min: 40, max: 320 }

/**
 * Cards worth making from what was found in an article, best first: a handful. None gives its answer away, none has
 * more than one answer as far as the article tells, none points back to what the card does not show. `sentences` are
 * those of running text, by start. The same text and finds always give the same proposals.
 */
export function suggestCards(source: Source): ProposedCard[] {
  const all = [
    ...source.found.entities.flatMap((entity, index) => [
      ...aboutRole(source, entity, index),
      ...aboutAcronym(source, entity, index),
      ...aboutOtherName(source, entity, index),
    ]),
    ...source.found.figures.flatMap((figure, index) => aboutFigure(source, figure, index)),
    ...source.found.quotations.flatMap((quotation) => aboutQuotation(source, quotation)),
    ...aboutSentences(source),
  ]
  const { min, max, charsPerCard } = PER_ARTICLE
  return choose(all, Math.max(min, Math.min(max, Math.round(source.text.length / charsPerCard))))
}

/** The best first, few of one kind and few of one person, so that none crowds out the others; nothing asked twice. */
function choose(all: readonly ProposedCard[], most: number): ProposedCard[] {
  const ranked = [...all].sort((a, b) => b.rank - a.rank || a.start - b.start)
  const chosen: ProposedCard[] = []
  const count = (is: (card: ProposedCard) => boolean) => chosen.filter(is).length
  for (const card of ranked) {
    if (chosen.length >= most) break
    const isCrowding =
      count(({ kind }) => kind === card.kind) >= MAX_PER_KIND ||
      (card.entity !== null && count(({ entity }) => entity === card.entity) >= MAX_PER_ENTITY)
    const isAsked = chosen.some(
      ({ front, start, cardKind }) =>
        front === card.front || (card.cardKind === 'cloze' && cardKind === 'cloze' && start === card.start),
    )
    if (!isCrowding && !isAsked) chosen.push(card)
  }
  return chosen
}

function mentionsOf({ found }: Source, entity: number): number {
  return found.mentions.filter((m) => m.entity === entity).length
}

function sentenceAt({ sentences }: Source, at: number): TextRange | null {
  return sentences.find((s) => s.start <= at && at < s.end) ?? null
}

function passage({ text }: Source, range: TextRange) {
  return { start: range.start, end: range.end, quote: text.slice(range.start, range.end) }
}

const lowerKey = (text: string) => text.toLowerCase().replace(/\s+/g, ' ')

function aboutRole(source: Source, entity: FoundEntity, index: number): ProposedCard[] {
  // A bare title ("President") says too little, and "its new minister" points to what the card does not show.
  const role = entity.roles.find(
    (r) => /\S\s+\S/.test(r.role) && standsAlone(r.role) && !givesAway(r.role, [entity.name, ...entity.aliases]),
  )
  if (entity.kind !== 'person' || !entity.name.includes(' ') || !role) return []
  const range = sentenceAt(source, role.start) ?? role
  const rank = 6 + Math.min(4, mentionsOf(source, index))
  const shared = { cardKind: 'basic', ...passage(source, range), entity: index, figure: null } as const
  const [name, words] = [escapeMarkdown(entity.name), escapeMarkdown(role.role)]
  const who: ProposedCard = {
    ...shared,
    key: `who:${lowerKey(entity.name)}`,
    kind: 'who',
    front: `Who is ${name}?`,
    back: capitalise(words.replace(/^the /i, '')),
    rank,
  }
  if (!isHeldByOne(source, role.role, index)) return [who]
  return [
    who,
    {
      ...shared,
      key: `role:${lowerKey(role.role)}`,
      kind: 'role',
      front: `Who ${source.publishedOn ? 'was' : 'is'} ${withArticle(words)}${source.publishedOn ? ` in ${monthOf(source.publishedOn)}` : ''}?`,
      back: name,
      rank: rank - 2.5,
    },
  ]
}

/** Whether a role can be asked for: it says of what, and nobody else in the article has it. */
function isHeldByOne({ found }: Source, role: string, index: number): boolean {
  const places = found.entities
    .filter(({ kind }) => kind !== 'person')
    .flatMap(({ name, aliases }) => [name, ...aliases])
  const others = found.entities.filter((_, other) => other !== index).flatMap(({ roles }) => roles.map((r) => r.role))
  const isShared = others.some(
    (other) => lowerKey(other).includes(lowerKey(role)) || lowerKey(role).includes(lowerKey(other)),
  )
  return !isShared && (isParticular(role, places) || /^\p{Lu}\p{L}+ \p{Lu}/u.test(role))
}

/** "the US Secretary of State", but "a police spokesman" as the text has it. */
const withArticle = (role: string) =>
  /^(?:the|an?) /i.test(role) ? role.charAt(0).toLowerCase() + role.slice(1) : `the ${role}`
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function monthOf(isoDate: string): string {
  return new Date(`${isoDate}T12:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** Letters that every reader of news knows. */
const everydayAcronyms: ReadonlySet<string> = new Set(['US', 'USA', 'UK', 'UN', 'EU'])

function aboutAcronym(source: Source, entity: FoundEntity, index: number): ProposedCard[] {
  const acronym = entity.aliases.find((alias) => /^\p{Lu}{2,6}$/u.test(alias) && isAcronymOf(alias, entity.name))
  const mention = source.found.mentions.find((m) => m.entity === index && source.text.slice(m.start, m.end) === acronym)
  if (!acronym || !mention || everydayAcronyms.has(acronym)) return []
  return [
    {
      key: `group:${lowerKey(acronym)}`,
      kind: 'group',
      cardKind: 'basic',
      front: `What does ${acronym} stand for?`,
      back: escapeMarkdown(entity.name),
      ...passage(source, sentenceAt(source, mention.start) ?? mention),
      entity: index,
      figure: null,
      rank: 4 + Math.min(4, mentionsOf(source, index) / 2),
    },
  ]
}

/** Another name that shares nothing with the first, and is no surname or short form of it. */
function aboutOtherName(source: Source, entity: FoundEntity, index: number): ProposedCard[] {
  const words = (name: string) => lowerKey(name).split(/[^\p{L}\p{N}]+/u)
  const isOther = (alias: string) =>
    alias.length >= 3 &&
    !words(alias).some((word) => words(entity.name).includes(word)) &&
    !givesAway(alias, [entity.name]) &&
    !givesAway(entity.name, [alias])
  const place = source.found.mentions.find(
    (m) => m.entity === index && m.confidence >= MIN_CONFIDENCE && isOther(source.text.slice(m.start, m.end)),
  )
  if (
    !place ||
    !source.found.mentions.some((m) => m.entity === index && source.text.slice(m.start, m.end) === entity.name)
  )
    return []
  const alias = source.text.slice(place.start, place.end)
  const sentence = sentenceAt(source, place.start) ?? place
  return [
    {
      key: `other-name:${lowerKey(alias)}`,
      kind: 'other-name',
      cardKind: 'basic',
      front: `What else is ${escapeMarkdown(entity.name)} called?`,
      back: escapeMarkdown(alias),
      ...passage(source, sentence),
      entity: index,
      figure: null,
      rank: 4.5 + Math.min(3, mentionsOf(source, index) / 2),
    },
  ]
}

function isAcronymOf(acronym: string, name: string): boolean {
  const initials = name.split(/[\s-]+/).flatMap((word) => (/^\p{Lu}/u.test(word) ? [word[0]] : []))
  return initials.length > 1 && initials.join('') === acronym
}

/** Whether a sentence can stand alone on a card. */
function isTeachable(source: Source, range: TextRange | null): range is TextRange {
  if (!range) return false
  const words = source.text.slice(range.start, range.end)
  const fits = words.length >= SENTENCE_CHARS.min && words.length <= SENTENCE_CHARS.max
  return (
    fits &&
    standsAlone(words) &&
    /[.!?]["”’']?$/.test(words.trimEnd()) &&
    !words.includes('{{') &&
    !words.includes('}}')
  )
}

/** The sentence as a cloze with `hidden` ranges (by start, not overlapping) taken out. */
function cloze(source: Source, sentence: TextRange, hidden: readonly TextRange[], hint: string): string {
  let front = ''
  let at = sentence.start
  for (const range of hidden) {
    const answer = source.text.slice(range.start, range.end)
    front += `${afterward(front, source.text.slice(at, range.start))}{{c1::${escapeMarkdown(answer)}::${hint}}}`
    at = range.end
  }
  return front + afterward(front, source.text.slice(at, sentence.end))
}

/** A piece of a line as Markdown; what is no mark within a line needs no sign that it is none. */
function afterward(before: string, text: string): string {
  return before === '' ? escapeMarkdown(text) : escapeMarkdown(`.${text}`).slice(1)
}

function aboutFigure(source: Source, figure: FoundFigure, index: number): ProposedCard[] {
  const sentence = sentenceAt(source, figure.start)
  const isDoubtful = figure.confidence < MIN_CONFIDENCE || (figure.measures === null && figure.unit === null)
  if (isDoubtful || !isTeachable(source, sentence) || figure.end > sentence.end) return []
  const rest = `${source.text.slice(sentence.start, figure.start)} … ${source.text.slice(figure.end, sentence.end)}`
  const surface = source.text.slice(figure.start, figure.end)
  if (isGuessed(figure) || saysNumber(rest, surface) || listsWhatItCounts(rest, figure.low)) return []
  return [
    {
      key: `how-many:${lowerKey(source.text.slice(figure.start, figure.end))}:${lowerKey(figure.measures ?? '')}`,
      kind: 'how-many',
      cardKind: 'cloze',
      front: cloze(source, sentence, [figure], figureHint(source, sentence, figure)),
      back: escapeMarkdown(asOfWhen(source, figure, rest)),
      ...passage(source, sentence),
      entity: null,
      figure: index,
      rank: 6 + 2 * figure.confidence + (figure.saidBy ? 1 : 0),
    },
  ]
}

/** What is asked for. What is counted is named only where the sentence itself does not name it. */
function figureHint({ text }: Source, sentence: TextRange, { unit, measures }: FoundFigure): string {
  if (/^(?:years|months|weeks|days|hours|minutes|seconds|decades)$/.test(unit ?? '')) return 'how long'
  if (unit !== null || measures === null) return 'how much'
  const saysItself = lowerKey(text.slice(sentence.start, sentence.end)).includes(lowerKey(measures))
  return saysItself ? 'how many' : `how many ${measures.replace(/[{}:]/g, '')}`
}

/** One and two are guessed, and so is which of a series it was. */
function isGuessed({ low, high, unit }: FoundFigure): boolean {
  return unit === null && low !== null && low === high && low <= 2
}

/** Whether the sentence says the number once more. */
function saysNumber(rest: string, surface: string): boolean {
  const words = lowerKey(surface)
    .split(/[^\p{L}\p{N}.,]+/u)
    .filter((word) => /\d/.test(word) || word.length > 4)
  return words.some((word) => ` ${lowerKey(rest)} `.replace(/[^\p{L}\p{N}.,]+/gu, ' ').includes(` ${word} `))
}

/** When the number stood, and who said so, where the sentence does not tell: figures grow old. */
function asOfWhen({ publishedOn }: Source, { asOf, saidBy }: FoundFigure, rest: string): string {
  const when = asOf ?? (publishedOn && monthOf(publishedOn))
  const isDated = when !== null && (lowerKey(rest).includes(lowerKey(when)) || /\b(?:19|20)\d\d\b/.test(rest))
  const parts = [isDated ? null : when, saidBy !== null && !rest.includes(saidBy) ? `according to ${saidBy}` : null]
  return capitalise(parts.filter(Boolean).join(', '))
}

const QUOTATION_CHARS = { min: 25, max: 240 }

function aboutQuotation(source: Source, quotation: TextRange & { entity: number | null }): ProposedCard[] {
  const entity = quotation.entity === null ? undefined : source.found.entities[quotation.entity]
  const words = source.text.slice(quotation.start, quotation.end).replace(/^["“‘']+|["”’']+$/g, '')
  const fits = words.length >= QUOTATION_CHARS.min && words.length <= QUOTATION_CHARS.max
  // A surname alone, or words that name their speaker, ask nothing.
  const isFair = entity?.name.includes(' ') && !givesAway(words, [entity.name, ...entity.aliases])
  if (!entity || !fits || !isFair || entity.kind !== 'person') return []
  return [
    {
      key: `who-said:${lowerKey(words).slice(0, 80)}`,
      kind: 'who-said',
      cardKind: 'basic',
      front: `Who said: “${escapeMarkdown(words.trim())}”`,
      back: escapeMarkdown(entity.name),
      ...passage(source, sentenceAt(source, quotation.start) ?? quotation),
      entity: quotation.entity,
      figure: null,
      rank: 5.5,
    },
  ]
}

const kindHints = { person: 'who', group: 'which group', place: 'where' } as const

/** Cloze of the sentences in which most meets: the entity named most often elsewhere is hidden, wherever it stands. */
function aboutSentences(source: Source): ProposedCard[] {
  return source.sentences.flatMap((sentence) => {
    const inside = source.found.mentions.filter((m) => m.start >= sentence.start && m.end <= sentence.end)
    const distinct = new Set(inside.map((m) => m.entity))
    const best = inside
      .filter((m) => m.kind !== 'place' && m.confidence >= MIN_CONFIDENCE)
      .sort((a, b) => mentionsOf(source, b.entity) - mentionsOf(source, a.entity) || a.start - b.start)[0]
    if (!best || distinct.size < 2 || !isTeachable(source, sentence)) return []
    const hidden = inside.filter((m) => m.entity === best.entity)
    const { name = '', aliases = [] } = source.found.entities[best.entity] ?? {}
    if (givesAway(without(source.text, sentence, hidden), [name, ...aliases])) return []
    return [
      {
        key: `cloze:${lowerKey(name)}:${lowerKey(source.text.slice(sentence.start, sentence.start + 60))}`,
        kind: 'cloze' as const,
        cardKind: 'cloze' as const,
        front: cloze(source, sentence, hidden, kindHints[best.kind]),
        back: '',
        ...passage(source, sentence),
        entity: best.entity,
        figure: null,
        rank: 3 + Math.min(3, distinct.size / 2) - sentence.start / (source.text.length + 1),
      },
    ]
  })
}

/** A sentence with ranges of it (by start) cut out. */
function without(text: string, sentence: TextRange, hidden: readonly TextRange[]): string {
  const ends = [sentence.start, ...hidden.map(({ end }) => end)]
  const starts = [...hidden.map(({ start }) => start), sentence.end]
  return ends.map((end, index) => text.slice(end, starts[index])).join(' … ')
}
