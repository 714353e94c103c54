import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRegions, writeRegion } from '#electron/formats/open-folder/note-regions.ts'

const A = '0190a1b2-c3d4-7e5f-8a9b-00000000000a'
const B = '0190a1b2-c3d4-7e5f-8a9b-00000000000b'

const pieces = fc.constantFrom(
  '<!-- note ',
  '<!-- end of note ',
  A,
  B,
  ' -->',
  '\\',
  ' ',
  '\t',
  '\n',
  'word',
  '^',
  '-->',
)

describe('readRegions', () => {
  it('reads every note that writeRegion wrote to the letter, also where it looks like these comments', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.array(pieces, { maxLength: 30 }), (one, other) => {
        const [a, b] = [one.join(''), other.join('')]
        const { notes, broken } = readRegions(`# Title\n\n${writeRegion(A, a)}\n\ntext\n\n${writeRegion(B, b)}\n`)
        expect([...notes]).toEqual([
          [A, [a]],
          [B, [b]],
        ])
        expect([...broken]).toEqual([])
      }),
    )
  })
})
