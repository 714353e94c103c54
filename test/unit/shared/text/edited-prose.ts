import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from '../../../../scripts/train/random.ts'

/** A word that keeps its number through all edits; `space` is what stands after it. */
interface Word {
  readonly id: number
  readonly text: string
  readonly space: string
}

/** One edit of a text, with a mark in the old one and where its words went. */
export interface EditCase {
  readonly kind: EditKind
  readonly before: string
  readonly after: string
  readonly mark: { readonly start: number; readonly end: number }
  /** Where the marked words are now; null when the passage is gone. */
  readonly truth: { readonly start: number; readonly end: number } | null
}

export const editKinds = [
  'typos',
  'paragraphs added',
  'paragraph removed',
  'marked paragraph removed',
  'paragraphs moved',
  'white space reflowed',
  'quote repeated elsewhere',
  'quote repeated and removed',
  'words changed in the mark',
  'sentences cut and added',
  'several at once',
  'whole rewrite',
] as const
export type EditKind = (typeof editKinds)[number]

const STARTER = join(import.meta.dirname, '../../../../resources/starter')
const articles = readdirSync(STARTER).map((name) =>
  readFileSync(join(STARTER, name), 'utf8')
    .replace(/^---[\s\S]*?---\s*/, '')
    .replace(/^#+ /gm, '')
    .trim(),
)

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const between = (random: Random, low: number, high: number) => low + Math.floor(random() * (high - low + 1))

function toParagraphs(text: string, firstId: number): Word[][] {
  let id = firstId
  return text
    .split(/\n\n+/)
    .map((paragraph) =>
      [...paragraph.matchAll(/(\S+)(\s*)/g)].map(([, word = '']) => ({ id: id++, text: word, space: ' ' })),
    )
}

function write(paragraphs: readonly (readonly Word[])[]) {
  const places = new Map<number, { start: number; end: number }>()
  let text = ''
  for (const [index, paragraph] of paragraphs.filter((one) => one.length > 0).entries()) {
    if (index > 0) text += '\n\n'
    for (const [at, word] of paragraph.entries()) {
      places.set(word.id, { start: text.length, end: text.length + word.text.length })
      text += word.text + (at < paragraph.length - 1 ? word.space : '')
    }
  }
  return { text, places }
}

/** Cases that are always the same: `count` of each kind. */
export function makeEditCases(count: number): EditCase[] {
  return editKinds.flatMap((kind, which) =>
    Array.from({ length: count }, (_, index) => makeEditCase(kind, which * 1000 + index + 1)),
  )
}

/** The edit of a kind that a number stands for. */
export function makeEditCase(kind: EditKind, seed: number): EditCase {
  const random = randomFrom(seed)
  const article = pick(random, articles)
  const before = toParagraphs(article, 0)
  const where = pick(
    random,
    [...before.keys()].filter((index) => (before[index]?.length ?? 0) > 12),
  )
  const paragraph = before[where] as Word[]
  const length = pick(random, [1, 2, 3, 5, 8, 12, 20, 35])
  const first = between(random, 0, Math.max(0, paragraph.length - length))
  const marked = paragraph.slice(first, first + length)
  const edited = edits[kind]({
    random,
    paragraphs: before,
    where,
    marked,
    others: toParagraphs(
      pick(
        random,
        articles.filter((other) => other !== article),
      ),
      50_000,
    ),
  })
  const [old, fresh] = [write(before), write(edited.map((one) => [...one]))]
  return {
    kind,
    before: old.text,
    after: fresh.text,
    mark: {
      start: old.places.get(marked[0]?.id ?? 0)?.start ?? 0,
      end: old.places.get(marked.at(-1)?.id ?? 0)?.end ?? 0,
    },
    truth: kind === 'whole rewrite' ? null : truthOf(marked, fresh.places),
  }
}

/** The passage is there while most of its words are, in one stretch not much longer than it was. */
function truthOf(marked: readonly Word[], places: ReadonlyMap<number, { start: number; end: number }>) {
  const kept = marked.flatMap(({ id }) => places.get(id) ?? [])
  if (kept.length < marked.length * 0.6) return null
  const [start, end] = [Math.min(...kept.map((p) => p.start)), Math.max(...kept.map((p) => p.end))]
  const chars = marked.reduce((sum, { text }) => sum + text.length + 1, 0)
  return end - start > chars * 1.8 + 12 ? null : { start, end }
}

interface Edit {
  readonly random: Random
  readonly paragraphs: readonly (readonly Word[])[]
  readonly where: number
  readonly marked: readonly Word[]
  readonly others: readonly (readonly Word[])[]
}
type Paragraphs = readonly (readonly Word[])[]

const edits: Record<EditKind, (edit: Edit) => Paragraphs> = {
  typos: ({ random, paragraphs }) =>
    paragraphs.map((one) => one.map((word) => (random() < 0.06 ? misspell(random, word) : word))),
  'paragraphs added': (edit) => addParagraphs(edit, edit.paragraphs, 3),
  'paragraph removed': ({ random, paragraphs, where }) => {
    const gone = pick(
      random,
      [...paragraphs.keys()].filter((index) => index !== where),
    )
    return paragraphs.filter((_, index) => index !== gone)
  },
  'marked paragraph removed': ({ paragraphs, where }) => paragraphs.filter((_, index) => index !== where),
  'paragraphs moved': ({ random, paragraphs, where }) => move(random, paragraphs, where),
  'white space reflowed': ({ random, paragraphs }) => paragraphs.map((one) => reflow(random, one)),
  'quote repeated elsewhere': (edit) => repeat(edit, edit.paragraphs),
  'quote repeated and removed': (edit) =>
    repeat(
      edit,
      edit.paragraphs.filter((_, index) => index !== edit.where),
    ),
  'words changed in the mark': ({ random, paragraphs, marked, others }) => {
    const vocabulary = others.flat()
    const changed = new Set(marked.filter(() => random() < 0.2).map(({ id }) => id))
    return paragraphs.map((one) =>
      one.map((word) => (changed.has(word.id) ? { ...word, text: pick(random, vocabulary).text } : word)),
    )
  },
  'sentences cut and added': (edit) => cutSentences(edit, edit.paragraphs),
  'several at once': (edit) => {
    const { random, where } = edit
    const typed = edit.paragraphs.map((one) => one.map((word) => (random() < 0.03 ? misspell(random, word) : word)))
    const cut = cutSentences(edit, typed)
    return addParagraphs(edit, move(random, cut, where), 2).map((one) => reflow(random, one))
  },
  'whole rewrite': ({ random, others, paragraphs }) =>
    // Another article on the same matters, or the same words in another order: nothing of the passage is left.
    random() < 0.5
      ? others.filter((_, index) => index > 0).map((one) => shuffleWords(random, one))
      : paragraphs.map((one) => shuffleWords(random, one)),
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
function misspell(random: Random, word: Word): Word {
  const at = between(random, 0, word.text.length - 1)
  const [head, tail] = [word.text.slice(0, at), word.text.slice(at)]
  const text = pick(random, [
    head + pick(random, [...letters]) + tail,
    head + tail.slice(1),
    head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2),
  ])
  return { ...word, text: text === '' ? 'a' : text }
}

function addParagraphs({ random, others }: Edit, paragraphs: Paragraphs, count: number): Paragraphs {
  const all = [...paragraphs]
  for (let added = 0; added < count; added++)
    all.splice(
      between(random, 0, all.length),
      0,
      pick(random, others).map((word) => ({ ...word, id: 100_000 + added * 10_000 + word.id })),
    )
  return all
}

function move(random: Random, paragraphs: Paragraphs, where: number): Paragraphs {
  const rest = paragraphs.filter((_, index) => index !== where)
  rest.splice(between(random, 0, rest.length), 0, paragraphs[where] ?? [])
  return rest
}

function reflow(random: Random, paragraph: readonly Word[]): Word[] {
  return paragraph.map((word) => ({
    ...word,
    space: random() < 0.15 ? pick(random, ['\n', '  ', '\u00a0', ' \n ']) : word.space,
  }))
}

function repeat({ random, marked, others }: Edit, paragraphs: Paragraphs): Paragraphs {
  const all = [...paragraphs]
  for (let copy = 0; copy < 2; copy++) {
    const host = pick(random, others).map((word) => ({ ...word, id: 200_000 + copy * 10_000 + word.id }))
    host.splice(
      between(random, 0, host.length),
      0,
      ...marked.map((word) => ({ ...word, id: 300_000 + copy * 10_000 + word.id })),
    )
    all.splice(between(random, 0, all.length), 0, host)
  }
  return all
}

/** Whole sentences go, and others come in their place. */
function cutSentences({ random, others, marked }: Edit, paragraphs: Paragraphs): Paragraphs {
  const kept = new Set(random() < 0.7 ? marked.map(({ id }) => id) : [])
  return paragraphs.map((paragraph, number) => {
    const sentences: Word[][] = [[]]
    for (const word of paragraph) {
      sentences.at(-1)?.push(word)
      if (/[.!?]["”]?$/.test(word.text)) sentences.push([])
    }
    return sentences.flatMap((sentence, index) => {
      if (random() > 0.3 || sentence.some(({ id }) => kept.has(id))) return sentence
      const host = pick(random, others).map((word) => ({
        ...word,
        id: 400_000 + number * 10_000 + index * 500 + (word.id % 500),
      }))
      return random() < 0.5 ? [] : host.slice(0, between(random, 5, 20))
    })
  })
}

function shuffleWords(random: Random, paragraph: readonly Word[]): Word[] {
  return paragraph
    .map((word) => ({ word, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ word }) => word)
}
