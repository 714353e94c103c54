import { describe, expect, it } from 'vitest'
import { leadOf } from '#renderer/features/library/lead.ts'

const text = 'A caption\n\nThe first paragraph is here.\n\nThe second one goes on for longer.'
const blocks = [
  { kind: 'caption', start: 0, end: 9 },
  { kind: 'paragraph', start: 11, end: 39 },
  { kind: 'paragraph', start: 41, end: 75 },
] as const

describe('leadOf', () => {
  it('begins with the first paragraph and cuts the last at a word', () => {
    expect(leadOf(text, blocks, 40)).toEqual([
      { start: 11, text: 'The first paragraph is here.' },
      { start: 41, text: 'The second …' },
    ])
  })

  it('gives all there is of a short text', () => {
    expect(leadOf(text, blocks, 1000).map((paragraph) => paragraph.text.length)).toEqual([28, 34])
  })
})
