import { escapeMarkdown } from '../text/escape-markdown.ts'

/** Where something is named, and the sentence around it. Offsets: UTF-16 code units, end excluded. */
export interface NamedPlace {
  readonly start: number
  readonly end: number
  readonly sentenceStart: number
  readonly sentenceEnd: number
}

/** Something found in a text that no card asks for yet. `measures`: what a figure counts. */
export interface NewThing {
  readonly kind: 'person' | 'group' | 'place' | 'figure'
  readonly measures: string | null
  /** By place. */
  readonly places: readonly NamedPlace[]
}

/** A cloze card of one sentence in which the thing is hidden. */
export interface CardOfNew {
  readonly front: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

const SENTENCE_CHARS = { min: 25, max: 400 }
const hints = { person: 'who', group: 'which group', place: 'where' } as const

/** A card that asks for the thing in the first sentence that can stand alone, or null when none can. */
export function cardOfNew(text: string, thing: NewThing): CardOfNew | null {
  const place = thing.places.find((one) => canStandAlone(text, one))
  if (!place) return null
  const { sentenceStart: start, sentenceEnd: end } = place
  const hidden = thing.places.filter((one) => one.start >= start && one.end <= end)
  return {
    front: hide(text, start, end, hidden, hintOf(thing, text, place)),
    start,
    end,
    quote: text.slice(start, end),
  }
}

function canStandAlone(text: string, { start, end, sentenceStart, sentenceEnd }: NamedPlace): boolean {
  const words = text.slice(sentenceStart, sentenceEnd).trim()
  const { min, max } = SENTENCE_CHARS
  if (start < sentenceStart || end > sentenceEnd || words.length < min || words.length > max) return false
  // A heading or a caption says too little, and braces would end the cloze too soon.
  return /[.!?。！？؟।…]["”’'»)\]]*$/u.test(words) && !/\{\{|\}\}/.test(words)
}

function hintOf({ kind, measures }: NewThing, text: string, { start, end, ...sentence }: NamedPlace): string {
  if (kind !== 'figure') return hints[kind]
  if (measures === null || /[\p{Sc}%]|per ?cent/u.test(text.slice(start, end))) return 'how much'
  const around = `${text.slice(sentence.sentenceStart, start)} ${text.slice(end, sentence.sentenceEnd)}`.toLowerCase()
  // What the sentence says by itself is not said again in its gap.
  const isSaid = measures.split(' ').some((word) => around.includes(word.toLowerCase()))
  return isSaid ? 'how many' : `how many ${measures.replace(/[{}:]/g, '')}`
}

function hide(text: string, start: number, end: number, hidden: readonly NamedPlace[], hint: string): string {
  let front = ''
  let at = start
  for (const range of hidden) {
    if (range.start < at) continue
    front += `${escapeMarkdown(text.slice(at, range.start))}{{c1::${escapeMarkdown(text.slice(range.start, range.end))}::${hint}}}`
    at = range.end
  }
  return front + escapeMarkdown(text.slice(at, end))
}
