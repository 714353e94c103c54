import { describe, expect, it } from 'vitest'
import { explainImports } from '#electron/hosts/import-words.ts'

describe('explainImports', () => {
  it('has a line for each file that was not imported', () => {
    const failed = (name: string, code: 'EMPTY' | 'BINARY') =>
      ({ type: 'result', name, outcome: { kind: 'failed', code } }) as const
    expect(explainImports([failed('a.txt', 'EMPTY'), failed('b.pdf', 'BINARY')])).toBe(
      'a.txt: there is no text in it.\nb.pdf: it is not a text file.',
    )
  })

  it('is silent when all were imported', () => {
    expect(explainImports([])).toBeNull()
  })
})
