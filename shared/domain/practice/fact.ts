import { foldText } from '../../text/fold.ts'
import { plainLine } from '../card-line.ts'
import { clozeQuestion, parseCloze } from '../cloze.ts'
import type { EntityKind } from '../extraction.ts'
import { readExpectedAmount } from '../grading/grade-amount.ts'
import { splitNote } from '../history-note.ts'

/** A question with its answer, from a card or a suggestion, however it will be asked. */
export interface Fact {
  readonly id: string
  /** Null for what is no card yet. */
  readonly cardId: string | null
  /** What its card is tied to; null without. */
  readonly entityId: string | null
  /** What the answer is: a name of the entity, a role of it, a quantity, or other words. */
  readonly type: EntityKind | 'role' | 'amount' | 'words'
  /** Markdown. */
  readonly prompt: string
  /** One plain line. */
  readonly answer: string
  /** Question, passage and answer in plain words. */
  readonly context: string
}

/** A card or suggestion as it is stored, and the entity it is tied to. */
export interface FactSource {
  readonly id: string
  readonly cardId: string | null
  readonly cardKind: 'basic' | 'cloze'
  /** Which gaps are hidden; 1 of a basic card asks the other way round. 0 for a card alone. */
  readonly part: number
  readonly front: string
  readonly back: string
  readonly quote: string
  readonly entity: {
    readonly id: string
    readonly kind: EntityKind
    readonly names: readonly string[]
    readonly roles: readonly string[]
  } | null
}

const LONGEST_ANSWER_CHARS = 90

/** What can be asked of a card in practice; null when its answer is too long to be chosen or typed. */
export function readFact(source: FactSource): Fact | null {
  const [prompt, answer] = source.cardKind === 'cloze' ? readCloze(source.front, source.part) : readSides(source)
  if (answer === '' || answer.length > LONGEST_ANSWER_CHARS) return null
  const { id, cardId, entity, quote } = source
  const context = `${plainLine(prompt)} ${quote}`
  return { id, cardId, entityId: entity?.id ?? null, type: typeOf(answer, entity), prompt, answer, context }
}

function readSides({ front, back, part }: FactSource): readonly [prompt: string, answer: string] {
  const { said } = splitNote(back)
  return part === 1 ? [said, plainLine(front)] : [front, plainLine(said)]
}

/** Gaps of one number hide one thing. Of a sentence with several to find, none can be asked for alone. */
function readCloze(front: string, part: number): readonly [prompt: string, answer: string] {
  const gaps = parseCloze(front).filter((segment) => segment.kind === 'hidden')
  const hidden = part === 0 ? gaps : gaps.filter(({ number }) => number === part)
  const [first] = hidden
  const isOneThing = first !== undefined && hidden.every(({ number }) => number === first.number)
  return [clozeQuestion(front, part), isOneThing ? plainLine(first.answer) : '']
}

function typeOf(answer: string, entity: FactSource['entity']): Fact['type'] {
  const folded = foldText(answer)
  if (entity?.names.some((name) => foldText(name) === folded)) return entity.kind
  if (entity?.roles.some((role) => foldText(role) === folded)) return 'role'
  return readExpectedAmount(answer) ? 'amount' : 'words'
}
