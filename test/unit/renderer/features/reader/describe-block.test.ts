import { describe, expect, it } from 'vitest'
import { describeBlock, readOutBlock } from '#renderer/features/reader/describe-block.ts'

const text = 'Anna Berg left Rome.'
const block = { kind: 'paragraph', start: 0, end: text.length, text } as const

describe('describeBlock', () => {
  it('tells which marks and names lie on a block, each name once', () => {
    const marks = [{ start: 15, end: 30, name: 'Claim' }]
    const names = [0, 5].map((start) => ({ start, end: start + 4, name: 'Anna Berg' }))
    expect(describeBlock(text, block, marks, names)).toBe('Marked: Claim, “Rome.”. Names: Anna Berg.')
  })

  it('does not say a whole block again', () => {
    expect(describeBlock(text, block, [{ start: 0, end: 20, name: 'Question' }], [])).toBe(
      'Marked: Question, the whole of it.',
    )
    expect(describeBlock(text, block, [{ start: 20, end: 30, name: 'Claim' }], [])).toBe('')
  })
})

describe('readOutBlock', () => {
  it('reads the words first', () => {
    expect(readOutBlock(block, 'Names: Anna Berg.')).toBe('Anna Berg left Rome. Names: Anna Berg.')
    expect(readOutBlock({ ...block, kind: 'heading' }, '')).toBe('Heading: Anna Berg left Rome.')
  })
})
