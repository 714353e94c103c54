import type { ReadHandle } from '#electron/store/handle.ts'
import { listAmountsToOrder, listDatedArticles, type PracticeScope } from '#electron/store/queries/practice.ts'
import type { PracticeKind, PracticeQuestion } from '#shared/contract/practice.ts'
import { plainLine } from '#shared/domain/card-line.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { arrangeOrder, arrangePairs } from '#shared/domain/practice/arrange.ts'
import { writeAmount } from '#shared/domain/practice/choose-amounts.ts'
import { type Random, shuffle } from '#shared/domain/practice/random.ts'
import { type Askable, findChoices, isAlsoTrue, loadAskables } from './practice-pool.ts'

/** A question with what is right about it. */
export interface Asked {
  readonly question: PracticeQuestion
  /** What it is about; null for pairs and orders, which are about several. */
  readonly askable: Askable | null
  /** The right answer in words, one line for each part. */
  readonly expected: readonly string[]
  /** The index of the right choice, of each pair's answer, or of the items in order. */
  readonly solution: readonly number[]
  readonly isTrue: boolean
  /** Who is meant by each choice, by the statement, or by each of the pairs. */
  readonly entityIds: readonly (EntityId | null)[]
}

const WRONG_CHOICES = 3

/** Questions of the kinds asked for, by turns, at most `count`; each fact is asked once. */
export class QuestionMaker {
  readonly #db: ReadHandle
  readonly #scope: PracticeScope
  readonly #random: Random
  readonly #left: Askable[]
  readonly #all: ReadonlyMap<string, Askable>
  readonly #ordered = new Set<string>()
  #number = 0

  constructor(db: ReadHandle, scope: PracticeScope, count: number, random: Random) {
    this.#db = db
    this.#scope = scope
    this.#random = random
    this.#left = loadAskables(db, scope, count * 6, random)
    this.#all = new Map(this.#left.map((askable) => [askable.fact.id, askable]))
  }

  make(kinds: readonly PracticeKind[], count: number): Asked[] {
    const asked: Asked[] = []
    let open = shuffle(kinds, this.#random)
    while (asked.length < count && open.length > 0) {
      for (const kind of [...open]) {
        if (asked.length >= count) break
        const question = this.#makeOne(kind)
        if (question) asked.push(question)
        else open = open.filter((other) => other !== kind)
      }
    }
    return asked
  }

  #makeOne(kind: PracticeKind): Asked | null {
    if (kind === 'pairs') return this.#pairs()
    if (kind === 'order') return this.#order()
    for (const [index, askable] of this.#left.entries()) {
      const question = this.#about(kind, askable)
      if (!question) continue
      this.#left.splice(index, 1)
      return question
    }
    return null
  }

  #about(kind: 'choice' | 'typed' | 'true-false', askable: Askable): Asked | null {
    if (kind === 'typed') return this.#typed(askable)
    return kind === 'choice' ? this.#choice(askable) : this.#trueFalse(askable)
  }

  #id(): string {
    return `q${++this.#number}`
  }

  #typed(askable: Askable): Asked {
    const question = { kind: 'typed' as const, id: this.#id(), prompt: askable.fact.prompt }
    return { ...none, question, askable, expected: [askable.fact.answer] }
  }

  #choice(askable: Askable): Asked | null {
    const choices = findChoices(this.#db, askable, WRONG_CHOICES, this.#random)
    if (!choices) return null
    const mixed = shuffle([choices.right, ...choices.wrong], this.#random)
    const words = mixed.map((choice) => choice.words)
    return {
      ...none,
      question: { kind: 'choice', id: this.#id(), prompt: askable.fact.prompt, choices: words },
      askable,
      expected: [choices.right.words],
      solution: [mixed.indexOf(choices.right)],
      entityIds: mixed.map((choice) => choice.entityId),
    }
  }

  #trueFalse(askable: Askable): Asked | null {
    const choices = findChoices(this.#db, askable, 1, this.#random)
    const [wrong] = choices?.wrong ?? []
    if (!choices || !wrong) return null
    const isTrue = this.#random() < 0.5
    const shown = isTrue ? choices.right : wrong
    return {
      ...none,
      question: { kind: 'true-false', id: this.#id(), prompt: askable.fact.prompt, statement: shown.words },
      askable,
      expected: [choices.right.words],
      isTrue,
      entityIds: [shown.entityId],
    }
  }

  #pairs(): Asked | null {
    const matching = arrangePairs(
      this.#left.map(({ fact }) => fact),
      (fact, other) => isAlsoTrue(this.#all, fact, other),
      this.#random,
    )
    if (!matching) return null
    const used = new Set(matching.facts)
    for (let index = this.#left.length - 1; index >= 0; index--)
      if (used.has(this.#left[index]?.fact as never)) this.#left.splice(index, 1)
    const left = matching.facts.map(({ prompt }) => plainLine(prompt))
    return {
      ...none,
      question: {
        kind: 'pairs',
        id: this.#id(),
        prompt: 'Match what belongs together.',
        left,
        right: [...matching.right],
      },
      expected: matching.facts.map(({ answer }, index) => `${left[index]}  →  ${answer}`),
      solution: matching.solution,
      entityIds: matching.facts.map(({ entityId }) => entityId as EntityId | null),
    }
  }

  /** Sizes and dates by turns, each thing once. */
  #order(): Asked | null {
    const ways = this.#random() < 0.5 ? [this.#sizes, this.#dates] : [this.#dates, this.#sizes]
    for (const way of ways) {
      const asked = way.call(this)
      if (asked) return asked
    }
    return null
  }

  #sizes(): Asked | null {
    const rows = listAmountsToOrder(this.#db, this.#scope, 400).filter((row) => !this.#ordered.has(row.id))
    const groups = [...Map.groupBy(rows, ({ unit }) => unit)].sort((a, b) => b[1].length - a[1].length)
    for (const [unit, group] of shuffle(groups.slice(0, 3), this.#random)) {
      const told = group.flatMap((row) => {
        const label = sizeLabel(row)
        return label === null ? [] : [{ ...row, label, value: row.low ?? 0 }]
      })
      const chosen = arrangeOrder(told, (smaller, larger) => larger >= smaller * 1.2, this.#random)
      if (!chosen) continue
      for (const { id } of chosen) this.#ordered.add(id)
      const inWhat = unit === null ? '' : `, in ${unit}`
      return this.#inOrder(`Put these in order, smallest number first${inWhat}.`, chosen, writeAmount)
    }
    return null
  }

  #dates(): Asked | null {
    const articles = listDatedArticles(this.#db, this.#scope, 300).filter(
      ({ articleId, title }) => !this.#ordered.has(articleId) && !tellsDate(title),
    )
    const items = articles.map((article) => ({
      ...article,
      label: article.title,
      value: Date.parse(article.publishedOn),
    }))
    const chosen = arrangeOrder(items, (earlier, later) => later > earlier, this.#random)
    if (!chosen) return null
    for (const { articleId } of chosen) this.#ordered.add(articleId)
    return this.#inOrder('Put these articles in order, earliest first.', chosen, ({ publishedOn }) => publishedOn)
  }

  #inOrder<Item extends { label: string; value: number }>(
    prompt: string,
    items: readonly Item[],
    tell: (item: Item) => string,
  ): Asked {
    const sorted = [...items].sort((a, b) => a.value - b.value)
    return {
      ...none,
      question: { kind: 'order', id: this.#id(), prompt, items: items.map(({ label }) => label) },
      expected: sorted.map((item) => `${item.label}: ${tell(item)}`),
      solution: sorted.map((item) => items.indexOf(item)),
    }
  }
}

const none = { askable: null, solution: [], isTrue: false, entityIds: [] } as const

const LONGEST_LABEL_CHARS = 150

/** The sentence with its number taken out; null where it does not stand alone or says the number once more. */
function sizeLabel(row: ReturnType<typeof listAmountsToOrder>[number]): string | null {
  const [start, end] = [row.start - row.sentenceStart, row.end - row.sentenceStart]
  const label = `${row.sentence.slice(0, start)}[…]${row.sentence.slice(end)}`.replace(/\s+/g, ' ').trim()
  const isAlone = !/^(?:he|she|it|they|this|that|these|those|his|her|its|their)\b/i.test(label)
  return isAlone && label.length <= LONGEST_LABEL_CHARS && !label.includes(row.surface) ? label : null
}

/** A title that names its day would be the answer. */
function tellsDate(title: string): boolean {
  return /\b(?:19|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/.test(
    title,
  )
}
