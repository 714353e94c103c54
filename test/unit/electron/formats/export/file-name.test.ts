import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFileNamer, safeStem } from '#electron/formats/export/file-name.ts'

describe('safeStem', () => {
  it.each([
    ['Harbour: the talks', 'Harbour - the talks'],
    ['a/b\\c|d', 'a-b-c-d'],
    ['what? "now" <here> *there*', 'what now here there'],
    ['  ..hidden. . ', 'hidden'],
    ['con', 'con_'],
    ['NUL.tar.gz', 'NUL_'],
    ['COM1', 'COM1_'],
    ['Console', 'Console'],
    ['evil\u202Etxt.exe', 'evil txt.exe'],
    ['../../etc/passwd', 'etc-passwd'],
    ['???', 'Untitled'],
    ['', 'Untitled'],
    ['Cafe\u0301', 'Café'],
  ])('makes %j %j', (title, stem) => {
    expect(safeStem(title)).toBe(stem)
  })

  it('cuts long names between characters', () => {
    expect(safeStem('é'.repeat(500))).toBe('é'.repeat(60))
    expect(safeStem('👩‍👩‍👧'.repeat(50)).isWellFormed()).toBe(true)
  })

  it('is always a name that every system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const stem = safeStem(title)
        expect(stem).toMatch(/^[^\s.][^/\\:*?"<>|\p{Cc}]*$/u)
        expect(stem).not.toMatch(/[\s.]$/)
        expect(new TextEncoder().encode(stem).length).toBeLessThanOrEqual(121)
        expect(safeStem(stem)).toBe(stem)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('createFileNamer', () => {
  it('numbers what a file system might take for the same name', () => {
    const nameOf = createFileNamer(['taken.md'])
    expect(['Café', 'cafe\u0301', 'CAFE', 'Taken', 'Café 2'].map((title) => nameOf(title, 'md'))).toEqual([
      'Café.md',
      'café 2.md',
      'CAFE 3.md',
      'Taken 2.md',
      'Café 2 2.md',
    ])
  })

  it('gives ten thousand equal titles names of their own, soon', () => {
    const nameOf = createFileNamer()
    const startedAt = performance.now()
    const names = new Set(Array.from({ length: 10_000 }, () => nameOf('Same', 'md')))
    expect(names.size).toBe(10_000)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})
