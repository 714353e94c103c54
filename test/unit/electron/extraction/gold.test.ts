import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract, extractWith } from '#electron/extraction/extract.ts'
import { createNameFinder } from '#electron/extraction/names/find-names.ts'
import { loadNameModel } from '#electron/extraction/names/model-load.ts'
import type { Block } from '#shared/domain/article.ts'
import type { ExtractionInput, FoundEntity } from '#shared/domain/extraction.ts'
import { loadGold } from '../../../../scripts/eval/load-gold.ts'
import { findLines } from '../../../../scripts/eval/print-finds.ts'
import { scoreFinds } from '../../../../scripts/eval/score-finds.ts'
import { bareRole } from '../../../../scripts/eval/score-roles.ts'
import articleGold from '../../../fixtures/news-article-gold.json' with { type: 'json' }

const own = new URL('../../../fixtures/extraction-gold.jsonl', import.meta.url)
const article = new URL('../../../../../shared/data/000_b46668153307b5f2.txt', import.meta.url)

/** The names of each entity of a kind, aliases included. */
const namesOf = (entities: readonly FoundEntity[], kind: string) =>
  entities.filter((entity) => entity.kind === kind).map(({ name, aliases }) => [name, ...aliases])

const findNames = createNameFinder(
  loadNameModel(readFileSync(new URL('../../../../resources/extraction/names.bin', import.meta.url))),
)
/** What the app finds, and what it would find without its model. */
const EXTRACTORS = [
  ['with the model', (input: ExtractionInput) => extractWith(findNames, 'test', input)],
  ['by rules alone', extract],
] as const

describe.each(EXTRACTORS)('our own gold, %s,', (how, run) => {
  // The rules were never adjusted to the held-out half.
  it.each(['development', 'held-out'])('is found well enough in its %s half', (half) => {
    const documents = loadGold(own).filter((document) => document.half === half)
    const scores = scoreFinds(documents, (input) => run(input))
    process.stdout.write(`${findLines(`our own gold, ${half} half, ${how}`, scores).join('\n')}\n`)
    expect(scores.figures.value.f1).toBeGreaterThan(88)
    expect(scores.figures.measured.f1).toBeGreaterThan(66)
    expect(scores.roles.same.f1).toBeGreaterThan(78)
    expect(scores.quotations.recall).toBeGreaterThan(85)
    expect(scores.links.f1).toBeGreaterThan(93)
  })
})

describe.skipIf(!existsSync(article)).each(EXTRACTORS)('a real news article, %s,', (_, run) => {
  const text = existsSync(article) ? readFileSync(article, 'utf8') : ''
  const blocks = [...text.matchAll(/[^\n]+/g)].map(
    (line): Block => ({ kind: 'paragraph', start: line.index, end: line.index + line[0].length }),
  )
  const found = run({ title: '', text, blocks, publishedOn: '2014-09-15' })

  it.each([
    ['person', articleGold.people],
    ['group', articleGold.groups],
  ] as const)('has every %s found once, aliases together', (kind, gold) => {
    const got = namesOf(found.entities, kind)
    const missing = gold.filter((names) => got.filter((own) => names.some((name) => own.includes(name))).length !== 1)
    const wrong = got.filter((own) => !gold.some((names) => names.some((name) => own.includes(name))))
    expect(missing).toEqual([])
    expect(wrong.length).toBeLessThanOrEqual(1)
  })

  it('has every figure found once and no other', () => {
    const got = found.figures.map(({ low, high, hedge, measures }) => [low, high, hedge, measures])
    expect(got).toEqual(articleGold.figures)
  })

  it('has the roles of its people', () => {
    const got = found.entities.flatMap(({ name, aliases, roles }) =>
      roles.map(({ role }) => [[name, ...aliases], bareRole(role)] as const),
    )
    const missing = articleGold.roles.filter(
      ([name, role]) => !got.some(([names, own]) => names.includes(name ?? '') && own === bareRole(role ?? '')),
    )
    expect(missing).toEqual([])
  })

  it('ties its quotations to who said them', () => {
    const speakers = found.quotations.map(({ entity }) => {
      const speaker = entity === null ? undefined : found.entities[entity]
      return speaker === undefined ? [null] : [speaker.name, ...speaker.aliases]
    })
    const right = articleGold.speakers.filter((name, index) => speakers[index]?.some((own) => own === name))
    expect(speakers).toHaveLength(articleGold.speakers.length)
    expect(right.length).toBeGreaterThanOrEqual(9)
  })
})
