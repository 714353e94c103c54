import type {
  AnkiCollection,
  AnkiNotetype,
  StoredAnkiCard,
  StoredAnkiNote,
  StoredAnkiReview,
} from '#shared/domain/anki-collection.ts'
import { clozeNumbers, hasCloze } from '#shared/domain/cloze.ts'
import type { ImportedCard, ImportedNote, ImportedReview, ImportedSchedule } from '#shared/domain/imported.ts'
import type { AnswerGrade, MemoryStage } from '#shared/domain/scheduling.ts'
import { tidyTags } from '../marks/mark-fields.ts'
import { type FindPicture, htmlToMarkdown } from './html-to-markdown.ts'
import { withOwnNames } from './own-names.ts'
import { plainGaps } from './plain-gaps.ts'
import { renderTemplate } from './render-template.ts'

const DAY_MS = 86_400_000
/** Source: Anki's image occlusion, the text of a shape. */
const COVERED_PICTURE = /\{\{c\d+::image-occlusion:/
const SOUND = /\[sound:([^\]]{1,300})\]/g
const MAX_SIDE_CHARS = 100_000
const ANSWER_BEGINS = /<hr\b[^<>]*\bid\s*=\s*["']?answer["']?[^<>]*>/i

/** What the notes of a collection give. */
export interface NotesOfCollection {
  readonly notes: ImportedNote[]
  /** The first words of those that give no card: of a kind that is missing, or without a question or an answer. */
  readonly leftOut: string[]
}

/** The notes of a collection as cards of ours. */
export function collectionToNotes(collection: AnkiCollection, findPicture: FindPicture): NotesOfCollection {
  const cards = Map.groupBy(collection.cards, ({ noteId }) => noteId)
  const reviews = Map.groupBy(collection.reviews, ({ cardId }) => cardId)
  const leftOut: string[] = []
  const notes = collection.notes.flatMap((note) => {
    const made = toNotes(note)
    if (made.length === 0) leftOut.push(firstWords(note))
    return made
  })
  return { notes: withOwnNames(notes), leftOut }

  function toNotes(note: StoredAnkiNote): ImportedNote[] {
    const notetype = collection.notetypes.get(note.notetypeId)
    const own = (cards.get(note.id) ?? []).toSorted((a, b) => a.ordinal - b.ordinal)
    // Parts of a picture that are covered: no words of ours say the same.
    const isCoveredPicture = note.fields.some((field) => COVERED_PICTURE.test(field))
    if (!notetype || own.length === 0 || isCoveredPicture) return []
    const scheduled = own.map((card) => ({
      ordinal: card.ordinal,
      schedule: toSchedule(card, reviews.get(card.id) ?? [], collection.createdAtMs),
    }))
    const made = notetype.isCloze
      ? toCloze(note, notetype, scheduled, findPicture)
      : toSided(note, notetype, scheduled, findPicture)
    return made.map(({ name, ...one }) => ({
      ...one,
      guid: note.guid === '' ? null : `${note.guid}${name}`,
      tags: tidyTags([...note.tags, ...deckTags(collection, own)]),
      createdAtMs: isTime(note.id) ? note.id : null,
    }))
  }
}

/** Ids are moments in Anki, but a file may hold any number: what lies past this century is none. */
const LAST_MOMENT_MS = Date.UTC(2100, 0, 1)

function isTime(id: number): boolean {
  return id > 0 && id < LAST_MOMENT_MS
}

const FIRST_WORDS_CHARS = 60

function firstWords({ fields, id }: StoredAnkiNote): string {
  const words = fields
    .map((field) =>
      field
        .slice(0, 1000)
        .replace(/<[^<>]*>|&[a-z]+;|\{\{c\d+::image-occlusion:[^{}]*\}\}/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .find((field) => field !== '')
  return words ? words.slice(0, FIRST_WORDS_CHARS).toWellFormed() : `Note ${id}`
}

/** Decks that say nothing: the one that every collection has, and those of our own packages. */
const SILENT_DECK = /^(?:|Default|Dossier(?:::.*)?)$/

/** A deck of Anki is a place that cards lie in, ours choose cards by what is said of them: so the name becomes a tag. */
function deckTags({ decks }: AnkiCollection, cards: readonly StoredAnkiCard[]): string[] {
  const names = new Set(cards.map(({ deckId }) => decks.get(deckId)?.trim() ?? ''))
  return [...names].filter((name) => !SILENT_DECK.test(name))
}

/** The names of the sound files that notes play, which our cards do not. */
export function soundsOf({ notes }: AnkiCollection): string[] {
  const fields = notes.flatMap((note) => note.fields)
  return [...new Set(fields.flatMap((field) => [...field.matchAll(SOUND)].map(([, name = '']) => name)))]
}

type Scheduled = readonly { readonly ordinal: number; readonly schedule: ImportedSchedule }[]
/** `name` tells the cards of one note apart that are notes of their own here. */
type Made = Omit<ImportedNote, 'guid' | 'tags' | 'createdAtMs'> & { readonly name: string }

const SOURCE = 'Source'

/**
 * Whether notes of this kind went out from here: their last field says where the words come from, for those who read
 * them there, and is no part of the card. Anki keeps the name of a kind that it gives another number.
 */
function isOurs({ name, fields }: AnkiNotetype): boolean {
  return /^Dossier(?: cloze| \(both ways\)| \(typed\))?$/.test(name) && fields.at(-1) === SOURCE
}

/** What the question shows of a note holds the gaps; the other fields stand below the answer. */
function toCloze(stored: StoredAnkiNote, notetype: AnkiNotetype, cards: Scheduled, findPicture: FindPicture): Made[] {
  const note = { ...stored, fields: stored.fields.map(plainGaps) }
  const asked = askedFields(note, notetype)
  const sideOf = (isWanted: (at: number) => boolean) =>
    note.fields
      .map((field, at) => (isWanted(at) ? toSide(field, findPicture) : ''))
      .filter((side) => side.trim() !== '')
      .join('\n\n')
  const front = sideOf((at) => asked.has(at))
  if (!hasCloze(front)) return []
  const numbers = clozeNumbers(front)
  // A text with one group of gaps is a card alone, whatever its number.
  const parts = cards
    .filter(({ ordinal }) => numbers.includes(ordinal + 1))
    .map(({ ordinal, schedule }): ImportedCard => ({ part: numbers.length === 1 ? 0 : ordinal + 1, schedule }))
  const isSource = (at: number) => isOurs(notetype) && notetype.fields[at] === SOURCE
  const back = sideOf((at) => at < notetype.fields.length && !asked.has(at) && !isSource(at))
  return parts.length === 0 ? [] : [{ name: '', kind: 'cloze', isTyped: false, front, back, cards: parts }]
}

/** The places of the fields that the question names; of the first field where none of those has a gap. */
function askedFields({ fields }: StoredAnkiNote, notetype: AnkiNotetype): Set<number> {
  const question = notetype.templates[0]?.question ?? ''
  const named = [...question.matchAll(/\{\{(?![#^/!])([^{}]{1,300})\}\}/g)].map(([, inside = '']) =>
    notetype.fields.indexOf(inside.split(':').at(-1)?.trim() ?? ''),
  )
  return named.some((at) => hasCloze(fields[at] ?? '')) ? new Set(named) : new Set([0])
}

function toSided(note: StoredAnkiNote, notetype: AnkiNotetype, cards: Scheduled, findPicture: FindPicture): Made[] {
  const fields = new Map(notetype.fields.map((name, at) => [name, note.fields[at] ?? '']))
  if (isOurs(notetype)) fields.set(SOURCE, '')
  const sides = cards.flatMap(({ ordinal, schedule }) => {
    const template = notetype.templates[ordinal]
    if (!template) return []
    const question = renderTemplate(template.question, fields, 'question')
    const answer = renderTemplate(template.answer, new Map([...fields, ['FrontSide', '']]), 'answer')
    const front = toSide(question, findPicture)
    const back = toSide(withoutQuestion(answer, question), findPicture)
    return front.trim() === '' || back.trim() === '' ? [] : [{ front, back, schedule, template, ordinal }]
  })
  const [first, second] = sides
  if (!first) return []
  const isTyped = sides.every(({ template }) => /\{\{type:/.test(template.question))
  if (sides.length === 2 && second && isTurned(first, second)) {
    const { front, back } = first
    const parts = sides.map(({ schedule }, part) => ({ part, schedule }))
    return [{ name: '', kind: 'reversed', isTyped, front, back, cards: parts }]
  }
  return sides.map(({ front, back, schedule, ordinal }, at) => ({
    name: at === 0 ? '' : `/${ordinal + 1}`,
    kind: 'basic',
    isTyped,
    front,
    back,
    cards: [{ part: 0, schedule }],
  }))
}

interface Sides {
  readonly front: string
  readonly back: string
}

/** What is asked one way is answered the other. */
function isTurned(one: Sides, other: Sides): boolean {
  const begins = (text: string, start: string) => text === start || text.startsWith(`${start}\n`)
  return begins(one.back, other.front) && begins(other.back, one.front)
}

/** An answer repeats its question, above a line with a name of its own; what stands below is the answer. */
function withoutQuestion(answer: string, question: string): string {
  const line = ANSWER_BEGINS.exec(answer)
  if (line) return answer.slice(line.index + line[0].length)
  return answer.startsWith(question) ? answer.slice(question.length) : answer
}

function toSide(html: string, findPicture: FindPicture): string {
  return htmlToMarkdown(html.slice(0, MAX_SIDE_CHARS).replace(SOUND, ''), findPicture).slice(0, MAX_SIDE_CHARS)
}

const STAGES: readonly MemoryStage[] = [0, 1, 2, 3]
const SUSPENDED = -1
const LEARNING_TODAY = 1

/** Source: Anki's card types and queues: days count from the collection's first, steps within a day are in seconds. */
function toSchedule(card: StoredAnkiCard, reviews: readonly StoredAnkiReview[], createdAtMs: number): ImportedSchedule {
  const stage = STAGES[card.type] ?? 0
  const due = card.isFiltered && card.originalDue !== 0 ? card.originalDue : card.due
  const isMoment = (stage === 1 || stage === 3) && (card.queue === LEARNING_TODAY || due > 1_000_000_000)
  const dueAtMs = stage === 0 ? createdAtMs : isMoment ? due * 1000 : createdAtMs + due * DAY_MS
  return {
    stage,
    dueAtMs: Math.min(Math.max(0, dueAtMs), 8e15),
    intervalDays: Math.max(0, card.intervalDays),
    reps: Math.max(0, card.reps),
    lapses: Math.max(0, card.lapses),
    isSuspended: card.queue === SUSPENDED,
    memory: stage === 0 ? null : memoryOf(card),
    reviews: reviews
      .map(toReview)
      .filter((review) => review !== null)
      .sort((a, b) => a.reviewedAtMs - b.reviewedAtMs),
  }
}

/** What FSRS did not know is taken from the interval and the ease. Source: fsrs-rs, `memory_state_from_sm2`, in short. */
function memoryOf({ stability, difficulty, intervalDays, factor }: StoredAnkiCard): ImportedSchedule['memory'] {
  const known = stability !== null && stability > 0 && difficulty !== null && difficulty >= 1 && difficulty <= 10
  if (known) return { stability: Math.min(36_500, stability), difficulty }
  if (intervalDays <= 0) return null
  const ease = factor > 0 ? factor / 1000 : 2.5
  return { stability: Math.min(36_500, intervalDays), difficulty: Math.min(10, Math.max(1, 10 - (ease - 1.3) * 4)) }
}

/** Learning, review, relearning and cramming are answers; what was set by hand (ease 0) is none. */
function toReview({ id, ease, interval, timeMs, type }: StoredAnkiReview): ImportedReview | null {
  if (ease < 1 || ease > 4 || !isTime(id) || type === 4) return null
  const intervalDays = interval > 0 ? interval : 0
  const isLapse = (type === 1 || type === 2) && interval <= 0
  const stageAfter: MemoryStage = interval > 0 ? 2 : isLapse ? 3 : 1
  const durationMs = Math.min(600_000, Math.max(0, timeMs))
  // The check above leaves the four grades.
  return { reviewedAtMs: id, grade: ease as AnswerGrade, durationMs, intervalDays, stageAfter }
}
