import { storeArticle } from '#electron/services/store-article.ts'
import { storeFound } from '#electron/services/store-found.ts'
import { openLibrary } from '#electron/store/open.ts'
import { prepareDocument } from '#electron/workers/prepare-document.ts'
import type { FoundEntity, FoundFigure, FoundMention } from '#shared/domain/extraction.ts'

/** What a large library is made of: 5,000 articles with 20 mentions each. */
export const BIG = { articles: 5000, sentences: 10, entities: 4000 } as const

const DAY_MS = 86_400_000
const FIRST_DAY_MS = Date.UTC(2012, 0, 1)
const KINDS = ['person', 'group', 'place'] as const
const ROLES = ['minister', 'prime minister', 'spokesman', 'governor', 'chairwoman']

/** Numbers that look random and are the same each time. Source: Park and Miller, 1988. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Few names are in most articles and most in few, as in news. */
function pick(random: () => number): number {
  return Math.min(BIG.entities - 1, Math.floor(BIG.entities ** random()) - 1)
}

function nameOf(index: number): string {
  return `${['Ana', 'Ivo', 'Mara', 'Tomas'][index % 4]} Nam${index}e`
}

/** One article and what is found in it, sentence by sentence: two names, a figure, some words said. */
function makeArticle(number: number, random: () => number) {
  const entities = new Map<
    number,
    { index: number; found: FoundEntity & { roles: { role: string; start: number; end: number }[] } }
  >()
  const mentions: FoundMention[] = []
  const figures: FoundFigure[] = []
  const quotations: { start: number; end: number; entity: number }[] = []
  const sentences: { start: number; end: number; kind: 'paragraph' }[] = []
  let text = ''
  const entityOf = (which: number) => {
    const known = entities.get(which)
    if (known) return known
    const kind = KINDS[which % 3] ?? 'person'
    const made = {
      index: entities.size,
      found: { kind, detail: null, name: nameOf(which), aliases: [`Nam${which}e`], roles: [] },
    }
    entities.set(which, made)
    return made
  }
  const name = (which: number) => {
    const { index, found } = entityOf(which)
    mentions.push({
      start: text.length,
      end: text.length + found.name.length,
      kind: found.kind,
      confidence: 0.9,
      entity: index,
    })
    text += found.name
  }
  for (let sentence = 0; sentence < BIG.sentences; sentence++) {
    const [who, other] = [pick(random), pick(random)]
    const start = text.length
    // One person keeps one office: who held two at once would be two of one name.
    const role = ROLES[who % ROLES.length] ?? ''
    text += `The ${role} `
    entityOf(who).found.roles.push({ role, start: text.length - role.length - 1, end: text.length - 1 })
    name(who)
    text += ' met '
    name(other)
    text += ' and said that '
    const low = 10 + Math.floor(random() * 40)
    figures.push({
      start: text.length,
      end: text.length + 2,
      low,
      high: low,
      hedge: null,
      unit: null,
      measures: ['people killed', 'homes damaged', 'workers', 'boats', 'seats'][Math.floor(random() * 5)] ?? null,
      subject: random() < 0.5 ? nameOf(other) : null,
      asOf: null,
      saidBy: nameOf(who),
      confidence: 0.9,
    })
    text += `${low} of them had left. `
    quotations.push({ start: text.length - 14, end: text.length - 2, entity: entityOf(who).index })
    sentences.push({ start, end: text.length - 1, kind: 'paragraph' })
  }
  return {
    title: `Report ${number}`,
    text: text.trim(),
    entities: [...entities.values()].map((one) => one.found),
    mentions,
    figures,
    quotations,
    sentences,
  }
}

/** Makes the library in `libraryDir`, the same each time. `articles`: how many, in hundreds. */
export function makeBigLibrary(libraryDir: string, engine: string, articles: number = BIG.articles): void {
  const library = openLibrary(libraryDir, FIRST_DAY_MS)
  const random = createRandom(7)
  const nowMs = Date.UTC(2026, 0, 1)
  try {
    for (let from = 0; from < articles; from += 100)
      library.write((db) => {
        for (let number = from; number < from + 100; number++) {
          const made = makeArticle(number, random)
          const publishedOn = new Date(FIRST_DAY_MS + Math.floor((number * DAY_MS) / 2)).toISOString().slice(0, 10)
          const blocks = [{ kind: 'paragraph' as const, start: 0, end: made.text.length }]
          const document = prepareDocument({
            title: made.title,
            text: made.text,
            blocks,
            source: `Paper ${number % 9}`,
            byline: null,
            publishedOn,
            language: 'en',
            url: null,
          })
          const id = storeArticle(db, document, { sha256: null, name: null, isStarter: false }, nowMs + number, 'shown')
          const { entities, mentions, figures, quotations, sentences } = made
          const found = { engine, language: 'en', entities, mentions, figures, quotations }
          storeFound(db, { id, text: document.text, publishedOn }, { found, sentences }, nowMs + number)
        }
      })
  } finally {
    library.close()
  }
}
