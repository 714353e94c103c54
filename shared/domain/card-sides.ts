import { clozeAnswer, clozeQuestion } from './cloze.ts'
import { splitNote } from './history-note.ts'

/** What is written on a card, and which part of it this one asks. */
export interface WrittenCard {
  readonly kind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
  /** Of a cloze the number of the gaps that are asked, 0 for all; of a basic card 1 when the back asks for the front. */
  readonly part?: number
}

/** Markdown of what the card asks. */
export function questionOf({ kind, front, back, part = 0 }: WrittenCard): string {
  if (kind === 'cloze') return clozeQuestion(front, part)
  return part === 1 ? splitNote(back).said : front
}

/** Markdown of what it wants to hear; of a cloze the whole text, to which the back may add. */
export function answerOf({ kind, front, back, part = 0 }: WrittenCard): string {
  if (kind === 'cloze') return clozeAnswer(front, part)
  if (part !== 1) return back
  const { note } = splitNote(back)
  return note === '' ? front : `${front}\n\n${note}`
}
