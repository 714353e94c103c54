import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNamesByModel } from '#electron/extraction/names/tagger-find-names.ts'
import { readText } from '#electron/extraction/read-text.ts'
import { tagText, tinyModel } from './tiny-model.ts'

const model = tinyModel()
const found = (text: string) => tagText(model, text).map((name) => `${text.slice(name.start, name.end)} ${name.type}`)

describe('tagNames', () => {
  it('finds names it never saw by what stands around them', () => {
    expect(found('Mr Jan Novak lives in Bergen and works for the Southern Bank.')).toEqual([
      'Jan Novak PER',
      'Bergen LOC',
      'Southern Bank ORG',
    ])
  })

  it('gives offsets that hold exactly the name, after emoji and line breaks too', () => {
    const text = '😀😀\n\n“Mayor Eva Lind spoke in Tromsø,”\nMrs Ada Holm said.'
    expect(found(text)).toEqual(['Eva Lind PER', 'Tromsø LOC', 'Ada Holm PER'])
  })

  it('finds nothing in a text without names, and in no text', () => {
    expect([found('nothing else happened in the valley.'), found(''), found(' \n\n\t')]).toEqual([[], [], []])
  })

  it('gives the same names each time, whatever it read in between', () => {
    const text = 'Mayor Ana Ruiz met the Harbour Union in Lisbon.'
    const first = tagText(model, text)
    tagText(model, 'The Ministry of Trade sent Mrs Ruth Kay to Oslo.')
    expect([tagText(model, text), tagText(tinyModel(), text)]).toEqual([first, first])
  })

  it('takes an acronym for what its long form in brackets is', () => {
    const article = 'Workers praised the Harbour Union (HU). Later HU was late.'
    expect(found(article)).toEqual(['Harbour Union ORG', 'HU ORG', 'HU ORG'])
    expect(found('Workers praised the harbour (HU). Later HU was late.')).not.toContain('HU ORG')
  })

  it('gives names by start, apart, of whole tokens, with a confidence between 0 and 1', () => {
    const word = fc.constantFrom(
      'Mr',
      'Mayor',
      'Ana',
      'Ruiz',
      'in',
      'Oslo',
      'the',
      'Union',
      'of',
      ',',
      '.',
      '“',
      'is',
      '\n\n',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        let end = 0
        for (const name of tagText(model, words.join(' '))) {
          expect(name.start).toBeGreaterThanOrEqual(end)
          expect(name.end).toBeGreaterThan(name.start)
          expect(name.confidence).toBeGreaterThanOrEqual(0)
          expect(name.confidence).toBeLessThanOrEqual(1)
          end = name.end
        }
      }),
    )
  })

  it.each([
    ['capitals without end', 'ABCDE '.repeat(10_000)],
    ['no spaces', 'x'.repeat(200_000)],
    ['numbers', '12,345 '.repeat(10_000)],
    ['emoji and marks', '😀(“”)—\u202e'.repeat(2_000)],
    ['names in one sentence', 'Mr Tom Baker of the '.repeat(2_000)],
  ])('reads hostile text in time proportional to its length: %s', (_, text) => {
    const half = timeOf(text.slice(0, text.length / 2))
    expect(timeOf(text)).toBeLessThan(4 * half + 300)
  })
})

function timeOf(text: string): number {
  const started = performance.now()
  tagText(model, text)
  return performance.now() - started
}

describe('findNamesByModel', () => {
  it('gives persons, groups and places, people as groups, and no works', () => {
    const text = 'Mr Jan Novak praised the Harbour Union in Oslo.'
    const document = readText({ title: '', text, blocks: [], publishedOn: null })
    const spans = findNamesByModel(model)(document)
    expect(spans.map(({ first, last, kind, detail }) => [first, last, kind, detail])).toEqual([
      [1, 3, 'person', null],
      [5, 7, 'group', 'organisation'],
      [8, 9, 'place', null],
    ])
  })

  it('drops a nationality that only says where something is from', () => {
    const text = 'Polish farmers wrote to the Ministry of Trade.'
    const document = readText({ title: '', text, blocks: [], publishedOn: null })
    expect(findNamesByModel(model)(document).map(({ first, kind }) => [first, kind])).toEqual([[5, 'group']])
  })
})
