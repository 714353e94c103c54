import { describe, expect, it } from 'vitest'
import { cardOfNew, type NamedPlace, type NewThing } from '#shared/domain/cards-of-new.ts'
import { clozePlain } from '#shared/domain/cloze.ts'

function placesOf(text: string, words: string, sentences: readonly string[]): NamedPlace[] {
  return sentences.flatMap((sentence) => {
    const sentenceStart = text.indexOf(sentence)
    return [...sentence.matchAll(new RegExp(words, 'g'))].map(({ index }) => ({
      start: sentenceStart + index,
      end: sentenceStart + index + words.length,
      sentenceStart,
      sentenceEnd: sentenceStart + sentence.length,
    }))
  })
}

describe('cardOfNew', () => {
  const heading = 'Markovic speaks'
  const sentence = 'Markovic said that *no one* but Markovic had voted.'
  const text = `${heading}\n\n${sentence}`
  const thing: NewThing = { kind: 'person', measures: null, places: placesOf(text, 'Markovic', [heading, sentence]) }

  it('asks in the first sentence that can stand alone, hiding the name wherever it stands there', () => {
    const card = cardOfNew(text, thing)
    expect(card?.front).toBe('{{c1::Markovic::who}} said that \\*no one\\* but {{c1::Markovic::who}} had voted.')
    expect(clozePlain(card?.front ?? '')).toBe('Markovic said that \\*no one\\* but Markovic had voted.')
    expect(card?.quote).toBe(sentence)
    expect(text.slice(card?.start, card?.end)).toBe(sentence)
  })

  it('asks how many of what a figure counts', () => {
    const words = 'About 300 dockers stopped work that day.'
    const figure = { kind: 'figure', measures: 'dockers', places: placesOf(words, '300', [words]) } as const
    expect(cardOfNew(words, figure)?.front).toBe('About {{c1::300::how many}} dockers stopped work that day.')
    const other = { ...figure, measures: 'workers on strike' }
    expect(cardOfNew(words, other)?.front).toContain('{{c1::300::how many workers on strike}} dockers')
    const spent = 'The union spent €4,000 on bread for the dockers.'
    const money = { ...figure, places: placesOf(spent, '€4,000', [spent]) }
    expect(cardOfNew(spent, money)?.front).toContain('{{c1::€4,000::how much}} on bread')
  })

  it('makes no card of a heading, a fragment or a sentence with braces of its own', () => {
    expect(cardOfNew(heading, { ...thing, places: placesOf(heading, 'Markovic', [heading]) })).toBeNull()
    const braces = 'Markovic wrote {{this}} on the wall of the house.'
    expect(cardOfNew(braces, { ...thing, places: placesOf(braces, 'Markovic', [braces]) })).toBeNull()
  })
})
