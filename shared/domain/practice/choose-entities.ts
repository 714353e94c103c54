import { foldText } from '../../text/fold.ts'
import type { EntityKind } from '../extraction.ts'
import { gradeName } from '../grading/grade-name.ts'
import { type Random, shuffle } from './random.ts'

/** A person, group or place that could stand among the choices. */
export interface EntityChoice {
  readonly id: string
  readonly kind: EntityKind
  /** Finer than kind where known: 'organisation', 'country' ... */
  readonly detail: string | null
  /** The preferred name first. */
  readonly names: readonly string[]
  readonly roles: readonly string[]
  readonly articleCount: number
  /** When it was last in the news, in ms, or null. */
  readonly lastSeenMs: number | null
  /** In how many articles it stands beside the answer. */
  readonly sharedArticles: number
  /** How often the person took it for the answer. */
  readonly confusedCount: number
}

interface Asked {
  readonly answer: EntityChoice
  /** What stands on the card and around its passage: whoever is named there is given away, or true as well. */
  readonly context: string
  /** What the answer is known as on the card, where the question asks for a role. */
  readonly role: string | null
}

const YEAR_MS = 365.25 * 86_400_000

/**
 * Wrong choices for a question about an entity, hardest first in what they share with the answer: confused with it
 * before, then the same sort, as often in the news, at the same time. Never another name of the answer, nobody whom the
 * passage names, nobody who has the same role. Fewer than `count` when the library has no more.
 */
export function chooseEntities(
  asked: Asked,
  candidates: readonly EntityChoice[],
  count: number,
  random: Random,
): EntityChoice[] {
  const fit = candidates.filter((candidate) => isWrong(asked, candidate))
  // A little chance, so that a second round does not ask the same again.
  const scored = shuffle(fit, random).map((candidate) => ({
    candidate,
    score: likeness(asked.answer, candidate) + random() * 0.8,
  }))
  const chosen: EntityChoice[] = []
  for (const { candidate } of scored.sort((a, b) => b.score - a.score)) {
    if (chosen.length === count) break
    if (!chosen.some((other) => isSame(other, candidate))) chosen.push(candidate)
  }
  return chosen
}

function isWrong({ answer, context, role }: Asked, candidate: EntityChoice): boolean {
  if (candidate.id === answer.id || candidate.kind !== answer.kind || isSame(answer, candidate)) return false
  const words = ` ${wordsOf(context)} `
  if (candidate.names.some((name) => words.includes(` ${wordsOf(name)} `))) return false
  return role === null || !candidate.roles.some((other) => isSameRole(role, other))
}

const wordsOf = (text: string) =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function isSame(a: EntityChoice, b: EntityChoice): boolean {
  const [name = ''] = b.names
  return gradeName(name, { kind: a.kind, names: a.names, others: [] }).accepted
    ? true
    : gradeName(a.names[0] ?? '', { kind: b.kind, names: b.names, others: [] }).accepted
}

/** Whether one role says the other: "Prime Minister" is true of an Iraqi Prime Minister. */
export function isSameRole(a: string, b: string): boolean {
  const [one, other] = [` ${wordsOf(a)} `, ` ${wordsOf(b)} `]
  return one.includes(other) || other.includes(one)
}

function likeness(answer: EntityChoice, other: EntityChoice): number {
  const confused = other.confusedCount > 0 ? 6 + Math.min(3, other.confusedCount) : 0
  const sort = answer.detail !== null && answer.detail === other.detail ? 2 : 0
  const frequency = 1.5 - Math.min(1.5, Math.abs(Math.log2((answer.articleCount + 1) / (other.articleCount + 1))) / 2)
  const company = Math.min(1.5, other.sharedArticles / 2)
  return confused + sort + frequency + company + era(answer, other) + shape(answer, other)
}

function era(answer: EntityChoice, other: EntityChoice): number {
  if (answer.lastSeenMs === null || other.lastSeenMs === null) return 0
  return 1.5 - Math.min(1.5, Math.abs(answer.lastSeenMs - other.lastSeenMs) / (4 * YEAR_MS))
}

/** A full name among single ones stands out. */
function shape(answer: EntityChoice, other: EntityChoice): number {
  const parts = (choice: EntityChoice) => Math.min(3, (choice.names[0] ?? '').split(/\s+/).length)
  return parts(answer) === parts(other) ? 1.5 : 0
}
