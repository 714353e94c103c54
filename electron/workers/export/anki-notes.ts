import type { AnkiMedia } from '#electron/formats/export/anki-package.ts'
import { escapeHtml } from '#electron/formats/export/escape-html.ts'
import { markdownToHtml } from '#electron/formats/export/markdown-to-html.ts'
import type { AnkiCard, AnkiNote, AnkiReview } from '#electron/store/anki/package-rows.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticle } from '#electron/store/queries/articles.ts'
import type { CardRow } from '#electron/store/queries/cards.ts'
import { listDecks } from '#electron/store/queries/decks.ts'
import { findPicture } from '#electron/store/queries/pictures.ts'
import { listLog } from '#electron/store/queries/reviews.ts'
import type { LogEntry } from '#shared/domain/scheduling.ts'

const STAGES = ['new', 'learning', 'review', 'relearning'] as const
const ROOT_DECK = 'Dossier'

/** Cards as notes of Anki: those of one family are the cards of one note. Fields become HTML, each names its source. `onCard`: hears of each. */
export function cardsToAnkiNotes(db: ReadHandle, cards: readonly CardRow[], onCard: () => void = () => {}): AnkiNote[] {
  const families = Map.groupBy(cards, (card) => card.familyId ?? card.id)
  const deckNames = new Map(listDecks(db).map((deck) => [deck.id, deck.name]))
  return [...families].map(([guid, members]) => {
    const family = members.toSorted((a, b) => a.part - b.part)
    const [first = members[0]] = family
    if (!first) throw new Error('A family of cards has a card.')
    for (const _ of family) onCard()
    const kind = kindOf(family)
    return {
      guid: first.guid ?? guid,
      kind,
      fields: fieldsOf(db, first, kind),
      tags: first.tags,
      deck: deckNames.size > 1 ? `${ROOT_DECK}::${deckNames.get(first.deckId) ?? ''}` : ROOT_DECK,
      createdAtMs: first.createdAtMs,
      updatedAtMs: Math.max(...family.map((card) => card.updatedAtMs)),
      cards: family.map((card) => toAnkiCard(db, card, kind)),
    }
  })
}

function kindOf(family: readonly CardRow[]): AnkiNote['kind'] {
  const [first] = family
  if (first?.kind === 'cloze') return 'cloze'
  if (family.length > 1) return 'reversed'
  return first?.typed ? 'typed' : 'basic'
}

function fieldsOf(db: ReadHandle, card: CardRow, kind: AnkiNote['kind']): [string, string, string] {
  const source = sourceOf(db, card)
  // A card that hides all its gaps at once is one card in Anki too when they share a number.
  if (kind === 'cloze')
    return [
      toField(db, card.part === 0 ? card.front.replace(/\{\{c\d+::/g, '{{c1::') : card.front),
      toField(db, card.back),
      source,
    ]
  const isOtherWay = kind !== 'reversed' && card.part === 1
  return isOtherWay
    ? [toField(db, card.back), toField(db, card.front), source]
    : [toField(db, card.front), toField(db, card.back), source]
}

const PICTURE = /\]\(picture:([0-9a-f]{64})\)/g

/** Pictures of the library become media of the package, by a name that says what they hold. */
function toField(db: ReadHandle, markdown: string): string {
  return markdownToHtml(
    markdown.replace(PICTURE, (whole, sha256: string) => {
      const name = mediaName(db, sha256)
      return name === null ? whole : `](${name})`
    }),
  )
}

function mediaName(db: ReadHandle, sha256: string): string | null {
  const picture = findPicture(db, sha256)
  return picture && pictureName(picture)
}

/** The file name of a picture outside of the library. */
export function pictureName({ sha256, mediaType }: { readonly sha256: string; readonly mediaType: string }): string {
  return `${sha256}.${mediaType.replace(/^image\//, '').replace('jpeg', 'jpg')}`
}

/** The pictures that these cards show. */
export function mediaOf(db: ReadHandle, cards: readonly CardRow[]): AnkiMedia[] {
  const names = new Set(
    cards.flatMap(({ front, back }) => [...`${front}\n${back}`.matchAll(PICTURE)].map((match) => match[1] ?? '')),
  )
  return [...names].sort().flatMap((sha256) => {
    const picture = findPicture(db, sha256)
    return picture ? [{ name: pictureName(picture), bytes: new Uint8Array(picture.bytes) }] : []
  })
}

function sourceOf(db: ReadHandle, { evidence }: CardRow): string {
  const article = evidence.articleId && findArticle(db, evidence.articleId)
  if (!article) return ''
  const facts = [article.title, article.source, article.publishedOn].filter(Boolean).join(', ')
  return escapeHtml(facts)
}

function toAnkiCard(db: ReadHandle, card: CardRow, kind: AnkiNote['kind']): AnkiCard {
  const { memory } = card
  return {
    ordinal: kind === 'cloze' ? Math.max(0, card.part - 1) : kind === 'reversed' ? card.part : 0,
    stage: STAGES[memory.stage] ?? 'new',
    dueAtMs: memory.dueAtMs,
    intervalDays: memory.scheduledDays,
    reps: memory.reps,
    lapses: memory.lapses,
    isSuspended: card.suspended,
    memory: memory.stability > 0 ? { stability: memory.stability, difficulty: memory.difficulty } : null,
    reviews: toReviews(listLog(db, card.id)),
  }
}

/** Answers alone: Anki has entries of its own kind for what a person sets by hand. */
function toReviews(log: readonly LogEntry[]): AnkiReview[] {
  return log.flatMap((entry, index) => {
    const before = log[index - 1]
    if (entry.grade === 0) return []
    const intervalOf = ({ scheduledDays, dueAtMs, reviewedAtMs }: LogEntry) =>
      scheduledDays > 0 ? scheduledDays : Math.max(0, dueAtMs - reviewedAtMs) / 86_400_000
    return [
      {
        reviewedAtMs: entry.reviewedAtMs,
        grade: entry.grade,
        intervalDays: intervalOf(entry),
        lastIntervalDays: before ? intervalOf(before) : 0,
        durationMs: 0,
        wasLearning: (before?.stageAfter ?? 0) < 2,
      },
    ]
  })
}
