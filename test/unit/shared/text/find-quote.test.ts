import { describe, expect, it } from 'vitest'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { findQuote, toSearchedText } from '#shared/text/find-quote.ts'

const text = [
  'The harbour of Lenz was closed on Tuesday after a fire broke out in one of its two grain stores.',
  'Firefighters needed nine hours to bring it under control. The mayor, Ada Brandt, said nobody had been hurt.',
  'The harbour company expects to open the eastern quay again within a week, and the western one in spring.',
  'In a statement, the insurers said that they would wait for the report before they named a sum.',
].join('\n\n')

const describeAt = (source: string, words: string) => {
  const start = source.indexOf(words)
  return { start, quote: describeQuote(source, start, start + words.length) }
}

function find(words: string, changed: string) {
  const { start, quote } = describeAt(text, words)
  const { state, places } = findQuote(changed, quote, start)
  return { state, words: places.map((place) => changed.slice(place.start, place.end)) }
}

describe('findQuote', () => {
  it('finds an intact quote, wherever it has gone', () => {
    const words = 'The mayor, Ada Brandt, said nobody had been hurt.'
    expect(find(words, `An added paragraph.\n\n${text}`)).toEqual({ state: 'sure', words: [words] })
  })

  it('prefers the place whose surroundings agree when a quote stands there twice', () => {
    const changed = text.replace('Firefighters', 'The harbour of Kiel sent help. Firefighters')
    const { start, quote } = describeAt(text, 'The harbour')
    const third = text.indexOf('The harbour company')
    const other = describeQuote(text, third, third + 11)
    expect(findQuote(changed, quote, start).places[0]?.start).toBe(0)
    expect(findQuote(changed, other, third).places[0]?.start).toBe(changed.indexOf('The harbour company'))
  })

  it('finds a quote with changed words as whole words', () => {
    const changed = text.replace('nine hours to bring it under', 'eleven hours to get it under')
    expect(find('needed nine hours to bring it under control', changed)).toEqual({
      state: 'sure',
      words: ['needed eleven hours to get it under control'],
    })
  })

  it('is not sure of the same words in other surroundings', () => {
    const changed = 'A reader wrote that the eastern quay was named after her grandfather, who had built it.'
    expect(find('the eastern quay', changed)).toEqual({ state: 'unsure', words: ['the eastern quay'] })
  })

  it('says that what was cut is lost', () => {
    const changed = text.split('\n\n').slice(0, 3).join('\n\n')
    expect(find('the insurers said that they would wait', changed)).toEqual({ state: 'lost', words: [] })
  })

  it('finds many quotes in a text that it has read once', () => {
    const searched = toSearchedText(text)
    for (const words of ['grain stores', 'Ada Brandt', 'named a sum']) {
      const { start, quote } = describeAt(text, words)
      expect(findQuote(searched, quote, start)).toEqual({
        state: 'sure',
        places: [{ start, end: start + words.length, score: 1 }],
      })
    }
  })
})
