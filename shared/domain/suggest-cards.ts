import { escapeMarkdown } from '../text/escape-markdown.ts'
import type { Extraction, FoundEntity, FoundFigure } from './extraction.ts'

/** A card proposed from one article. Indexes point into the extraction it came from. */
export interface ProposedCard {
  /** Tells it apart within its article, also after the text is searched again. */
  readonly key: string
  readonly kind: 'who' | 'role' | 'group' | 'how-many' | 'cloze' | 'who-said'
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

const MAX_PER_ARTICLE = 12
const MAX_PER_KIND = 4
/** Below this a find is too doubtful to be taught. */
const MIN_CONFIDENCE = 0.5
const SENTENCE_CHARS = { min: 40, max: 320 }

/**
 * Cards worth making from what was found in an article, best first, at most twelve. `sentences` are those of running
 * text, by start. The same text and finds always give the same proposals.
 */
export function suggestCards(source: Source): ProposedCard[] {
  const all = [
    ...source.found.entities.flatMap((entity, index) => [
      ...aboutRole(source, entity, index),
      ...aboutAcronym(source, entity, index),
    ]),
    ...source.found.figures.flatMap((figure, index) => aboutFigure(source, figure, index)),
    ...source.found.quotations.flatMap((quotation) => aboutQuotation(source, quotation)),
    ...aboutSentences(source),
  ]
  return choose(all)
}

/** The best of each kind first, so that one kind does not crowd out the others; nothing asked twice. */
function choose(all: readonly ProposedCard[]): ProposedCard[] {
  const ranked = [...all].sort((a, b) => b.rank - a.rank || a.start - b.start)
  const taken = new Map<string, ProposedCard>()
  const perKind = new Map<string, number>()
  for (const card of ranked) {
    const count = perKind.get(card.kind) ?? 0
    if (taken.size >= MAX_PER_ARTICLE || count >= MAX_PER_KIND || taken.has(card.front)) continue
    taken.set(card.front, card)
    perKind.set(card.kind, count + 1)
  }
  return [...taken.values()]
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
  // A bare title ("President") asks for no one in particular.
  const role = entity.roles.find((r) => /\S\s+\S/.test(r.role) && !lowerKey(r.role).includes(lowerKey(entity.name)))
  if (entity.kind !== 'person' || !entity.name.includes(' ') || !role) return []
  const range = sentenceAt(source, role.start) ?? role
  const rank = 6 + Math.min(4, mentionsOf(source, index))
  const shared = { cardKind: 'basic', ...passage(source, range), entity: index, figure: null } as const
  const [name, words] = [escapeMarkdown(entity.name), escapeMarkdown(role.role)]
  return [
    {
      ...shared,
      key: `who:${lowerKey(entity.name)}`,
      kind: 'who',
      front: `Who is ${name}?`,
      back: capitalise(words),
      rank,
    },
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

function isAcronymOf(acronym: string, name: string): boolean {
  const initials = name.split(/[\s-]+/).flatMap((word) => (/^\p{Lu}/u.test(word) ? [word[0]] : []))
  return initials.length > 1 && initials.join('') === acronym
}

/** Whether a sentence can stand alone on a card. */
function isTeachable(source: Source, range: TextRange | null): range is TextRange {
  if (!range) return false
  const words = source.text.slice(range.start, range.end)
  const fits = words.length >= SENTENCE_CHARS.min && words.length <= SENTENCE_CHARS.max
  return fits && /[.!?]["”’']?$/.test(words.trimEnd()) && !words.includes('{{') && !words.includes('}}')
}

/** The sentence as a cloze with `hidden` ranges (by start, not overlapping) taken out. */
function cloze(source: Source, sentence: TextRange, hidden: readonly TextRange[], hint: string): string {
  let front = ''
  let at = sentence.start
  for (const range of hidden) {
    const answer = source.text.slice(range.start, range.end)
    front += `${escapeMarkdown(source.text.slice(at, range.start))}{{c1::${escapeMarkdown(answer)}::${hint}}}`
    at = range.end
  }
  return front + escapeMarkdown(source.text.slice(at, sentence.end))
}

function aboutFigure(source: Source, figure: FoundFigure, index: number): ProposedCard[] {
  const sentence = sentenceAt(source, figure.start)
  const isDoubtful = figure.confidence < MIN_CONFIDENCE || (figure.measures === null && figure.unit === null)
  if (isDoubtful || !isTeachable(source, sentence) || figure.end > sentence.end) return []
  return [
    {
      key: `how-many:${lowerKey(source.text.slice(figure.start, figure.end))}:${lowerKey(figure.measures ?? '')}`,
      kind: 'how-many',
      cardKind: 'cloze',
      front: cloze(source, sentence, [figure], figureHint(source, sentence, figure)),
      back: '',
      ...passage(source, sentence),
      entity: null,
      figure: index,
      rank: 6 + 2 * figure.confidence + (figure.saidBy ? 1 : 0),
    },
  ]
}

/** What is asked for. What is counted is named only where the sentence itself does not name it. */
function figureHint({ text }: Source, sentence: TextRange, { unit, measures }: FoundFigure): string {
  if (unit !== null || measures === null) return 'how much'
  const saysItself = lowerKey(text.slice(sentence.start, sentence.end)).includes(lowerKey(measures))
  return saysItself ? 'how many' : `how many ${measures.replace(/[{}:]/g, '')}`
}

const QUOTATION_CHARS = { min: 25, max: 240 }

function aboutQuotation(source: Source, quotation: TextRange & { entity: number | null }): ProposedCard[] {
  const entity = quotation.entity === null ? undefined : source.found.entities[quotation.entity]
  const words = source.text.slice(quotation.start, quotation.end).replace(/^["“‘']+|["”’']+$/g, '')
  const fits = words.length >= QUOTATION_CHARS.min && words.length <= QUOTATION_CHARS.max
  if (!entity || !fits || entity.kind !== 'person') return []
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
    const name = source.found.entities[best.entity]?.name ?? ''
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
