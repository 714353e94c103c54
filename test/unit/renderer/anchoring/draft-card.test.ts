import { describe, expect, it } from 'vitest'
import { draftCard } from '#renderer/anchoring/draft-card.ts'

const text = 'The ferry sank. Mr. Odum counted about 40 people on it.\n\nNobody [else] did.'
const blocks = [
  { start: 0, end: 55 },
  { start: 57, end: 75 },
]
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

describe('draftCard', () => {
  it('hides the selected words in their sentence', () => {
    expect(draftCard(text, blocks, at('about 40'))).toEqual({
      kind: 'cloze',
      front: 'Mr. Odum counted {{c1::about 40}} people on it.',
      back: '',
      tags: [],
    })
  })

  it('takes a whole sentence as the answer to a question that is still to be written', () => {
    expect(draftCard(text, blocks, at('The ferry sank'))).toMatchObject({
      kind: 'basic',
      front: '',
      back: 'The ferry sank',
    })
  })

  it('takes a passage across sentences or blocks as an answer', () => {
    expect(draftCard(text, blocks, { start: 4, end: 30 })).toMatchObject({ kind: 'basic', front: '' })
    expect(draftCard(text, blocks, { start: 40, end: 63 })).toMatchObject({ kind: 'basic', front: '' })
  })

  it('escapes what Markdown would read as its own', () => {
    expect(draftCard(text, blocks, at('Nobody')).front).toBe('{{c1::Nobody}} \\[else\\] did.')
  })
})
