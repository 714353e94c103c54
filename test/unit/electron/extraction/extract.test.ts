import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXTRACTION_ENGINE, extract } from '#electron/extraction/extract.ts'
import type { Block } from '#shared/domain/article.ts'
import type { Extraction } from '#shared/domain/extraction.ts'
import { HOSTILE, HOSTILE_GROWTH, measureGrowth } from './hostile.ts'
import { run } from './run.ts'

/** Written for this test: invented people in an invented dispute over a real lake. */
const DAM_TALKS = `Malawian President Grace Phiri and her Tanzanian counterpart met in Geneva on Tuesday over fishing rights on Lake Malawi.

The talks were called by the African Union (AU) after at least 14 fishermen were held last month. The AU says between 2,000 and 3,500 families live from the lake.

"We share the water, and we will share the fish," said Mrs Phiri. Tomas Brandt, a lake researcher at the University of Bergen, told the BBC that catches had fallen by about 40% since 2010.

Brandt, 52, said the two states needed "one set of rules". Phiri promised $3.5m for new boats.`

const article = new URL('../../../../../shared/data/000_b46668153307b5f2.txt', import.meta.url)

const wild = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'President ',
        'Mr ',
        'Ana Ruiz',
        ' (AU) ',
        'of the ',
        '"',
        '“',
        '”',
        ' said ',
        '. ',
        '\n\n',
        ', 34,',
      ),
      fc.constantFrom(
        'about ',
        '20-30 ',
        'two hundred ',
        '$5m',
        '%',
        ' to ',
        ' and ',
        'al-',
        "'s ",
        'Ministry of ',
        'Iraq ',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.lorem({ maxCount: 4 }),
    ),
    { maxLength: 60 },
  )
  .map(
    (parts) => `The report that was written for the people of the town and which they had not read. ${parts.join('')}`,
  )

function expectSound(text: string, found: Extraction): void {
  let end = 0
  for (const mention of found.mentions) {
    expect(mention.start).toBeGreaterThanOrEqual(end)
    expect(mention.end).toBeGreaterThan(mention.start)
    expect(mention.confidence).toBeGreaterThan(0)
    expect(mention.confidence).toBeLessThanOrEqual(1)
    const entity = found.entities[mention.entity]
    expect(entity?.kind).toBe(mention.kind)
    const surface = text.slice(mention.start, mention.end).replace(/\s+/g, ' ')
    expect([entity?.name, ...(entity?.aliases ?? [])]).toContain(surface)
    end = mention.end
  }
  expect(end).toBeLessThanOrEqual(text.length)
  for (const { low, high, start, end: last } of found.figures) {
    expect(last).toBeGreaterThan(start)
    expect(low === null && high === null).toBe(false)
    if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
  }
  const starts = found.figures.map(({ start }) => start)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
}

describe('extract', () => {
  it('reads a news story: who, what, how many, said by whom', () => {
    const found = run(DAM_TALKS)
    expect([found.engine, found.language]).toEqual([EXTRACTION_ENGINE, 'en'])
    expect(found.entities.map(({ kind, name, aliases }) => [kind, name, ...aliases])).toEqual([
      ['person', 'Grace Phiri', 'Phiri'],
      ['place', 'Geneva'],
      ['place', 'Lake Malawi'],
      ['group', 'African Union', 'AU'],
      ['person', 'Tomas Brandt', 'Brandt'],
      ['group', 'University of Bergen'],
      ['group', 'BBC'],
    ])
    expect(found.entities.flatMap(({ name, roles }) => roles.map(({ role }) => `${name}: ${role}`))).toEqual([
      'Grace Phiri: Malawian President',
      'Tomas Brandt: a lake researcher at the University of Bergen',
    ])
    expect(found.figures.map(({ low, high, unit, measures }) => [low, high, unit, measures])).toEqual([
      [14, null, null, 'fishermen'],
      [2000, 3500, null, 'families'],
      [40, 40, '%', 'catches'],
      [52, 52, 'years', 'age'],
      [2, 2, null, 'states'],
      [3_500_000, 3_500_000, 'USD', 'promised for new boats'],
    ])
    expect(found.quotations.map(({ entity }) => found.entities[entity ?? -1]?.name)).toEqual([
      'Grace Phiri',
      'Tomas Brandt',
    ])
  })

  it('gives the same for the same text', () => {
    expect(run(DAM_TALKS)).toEqual(run(DAM_TALKS))
  })

  it('finds nothing outside the blocks', () => {
    const text = 'John Kerry has been to Paris with the others.\n\nBarack Obama was in London for them all.'
    const blocks: Block[] = [{ kind: 'paragraph', start: 0, end: 45 }]
    const { entities } = extract({ title: '', text, blocks, publishedOn: null })
    expect(entities.map(({ name }) => name)).toEqual(['John Kerry', 'Paris'])
  })

  it('keeps every range inside the text, in order, and every mention with its entity', () => {
    fc.assert(
      fc.property(wild, (text) => expectSound(text, run(text))),
      { numRuns: 300 },
    )
  })

  it.each(HOSTILE)('takes time in proportion to the length of %s', { timeout: 60_000 }, (_name, make) => {
    expect(measureGrowth(make, run)).toBeLessThan(HOSTILE_GROWTH)
  })

  it.skipIf(!existsSync(article))('finds whom and what a real news article names', () => {
    const text = readFileSync(article, 'utf8')
    const blocks = [...text.matchAll(/[^\n]+/g)].map(
      (line): Block => ({ kind: 'paragraph', start: line.index, end: line.index + line[0].length }),
    )
    const found = extract({ title: '', text, blocks, publishedOn: '2014-09-15' })
    expectSound(text, found)
    const named = (kind: string) => found.entities.filter((entity) => entity.kind === kind).map(({ name }) => name)
    expect(named('person')).toEqual(
      expect.arrayContaining([
        'John Kerry',
        'Barack Obama',
        'Francois Hollande',
        'David Haines',
        'Fuad Masum',
        'Bashar al-Assad',
      ]),
    )
    expect(named('person')).toHaveLength(10)
    expect(named('group')).toEqual(
      expect.arrayContaining(['Islamic State', 'CIA', 'Kurdish Peshmerga', 'Sunni Muslims']),
    )
    expect(named('place')).toEqual(expect.arrayContaining(['Iraq', 'Syria', 'France']))
    const figures = found.figures.map(({ low, high, hedge, measures, saidBy }) => [low, high, hedge, measures, saidBy])
    expect(figures).toContainEqual([30, 30, null, 'countries', null])
    expect(figures).toContainEqual([20_000, 31_000, null, 'fighters', 'CIA'])
    expect(figures).toContainEqual([160, 160, 'about', 'air strikes', null])
  })
})
