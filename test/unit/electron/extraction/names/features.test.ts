import { describe, expect, it } from 'vitest'
import { describeDocument } from '#electron/extraction/names/features-document.ts'
import { MapLexicon } from '#electron/extraction/names/features-lexicon.ts'
import { describeSentence } from '#electron/extraction/names/features-sentence.ts'
import { describeWord, shapeOf } from '#electron/extraction/names/features-word.ts'
import { tokenize } from '#electron/extraction/tokenize.ts'

const lexicon = new MapLexicon(new Map(), new Map())
const words = (text: string) => tokenize(text).map((token) => describeWord(token.text, lexicon))

describe('shapeOf', () => {
  it.each([
    ['London', 'Xx'],
    ['McKenna', 'XxXx'],
    ['UN', 'XX'],
    ['B-52', 'X-d'],
    ['1970s', 'ddx'],
    ['北京', 'cc'],
  ])('draws %s as %s', (word, shape) => {
    expect(shapeOf(word)).toBe(shape)
  })
})

describe('describeDocument', () => {
  it('knows the longest row of capitals that holds a word, and where in it', () => {
    const { fullest } = describeDocument([words('We saw Kerry.'), words('Then John Kerry left.')])
    const fuller = fullest.get('Kerry')
    expect([fuller?.run.words.map((word) => word.text), fuller?.position, fuller?.run.before?.text]).toEqual([
      ['Then', 'John', 'Kerry'],
      2,
      undefined,
    ])
  })

  it('leaves out a first word that is common elsewhere', () => {
    const { fullest } = describeDocument([words('Then John Kerry left.'), words('He slept then.')])
    expect(fullest.get('Kerry')?.run.words.map((word) => word.text)).toEqual(['John', 'Kerry'])
  })

  it.each([
    ['The United Nations met. UN aid came.', 'UN', ['United', 'Nations']],
    ['The Department of Defense paid. DOD staff left.', 'DOD', ['Department', 'of', 'Defense']],
    ['A World Food Programme lorry came. WFP said so.', 'WFP', ['World', 'Food', 'Programme']],
  ])('finds the long form of an acronym in "%s"', (text, acronym, long) => {
    const { longForms } = describeDocument([words(text)])
    expect(longForms.get(acronym)?.words.map((word) => word.text)).toEqual(long)
  })
})

describe('definitions of describeDocument', () => {
  it.each([
    ['The United Nations (UN) met. UN aid came.', ['UN']],
    ['The UN (United Nations) met.', ['UN']],
    ['The United Nations met. UN aid came (UN trucks).', []],
  ])('are those in brackets: "%s"', (text, acronyms) => {
    expect([...describeDocument([words(text)]).definitions.keys()]).toEqual(acronyms)
  })
})

describe('describeSentence', () => {
  it('carries a row of capitals on over "of" and "and", and over hyphens', () => {
    const facts = describeSentence(words('the Ministry of Trade and Industry left Bosnia-Herzegovina alone'), lexicon)
    expect([...facts.runStart]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 7, 7, 10])
    expect([...facts.wideEnd].slice(1, 6)).toEqual([6, 6, 6, 6, 6])
    expect([...facts.runEnd].slice(7, 10)).toEqual([10, 10, 10])
  })

  it('knows what stands in quotation marks, and a headline', () => {
    expect([...describeSentence(words('He said “no more” twice'), lexicon).insideQuotes]).toEqual([0, 0, 0, 1, 1, 0, 0])
    expect(describeSentence(words('Rebels Seize Northern Town After Long Fight'), lexicon).isHeadline).toBe(1)
  })
})
