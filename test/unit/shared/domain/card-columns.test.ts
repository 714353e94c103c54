import { describe, expect, it } from 'vitest'
import { guessTable } from '#shared/domain/card-columns.ts'

const table = (...lines: string[]) => {
  const guess = guessTable(lines.join('\n'))
  return guess && [guess.separator, guess.hasHeader, guess.columns]
}

describe('a table of cards', () => {
  it('has no names of columns where its first row is a card like the others', () => {
    expect(table('Hund\tdog', 'Katze\tcat')).toEqual(['\t', false, { front: 0, back: 1, tags: null, guid: null }])
    expect(table('text,texto,page 1', 'key,clave,page 2')).toEqual([
      ',',
      false,
      { front: 0, back: 1, tags: null, guid: null },
    ])
    expect(table('label,fact,x', 'other,fact,y')).toEqual([',', false, { front: 0, back: 1, tags: null, guid: null }])
  })

  it('has them where they say what is asked and answered', () => {
    expect(table('Back;Front', 'dog;Hund')).toEqual([';', true, { front: 1, back: 0, tags: null, guid: null }])
  })

  it('has them where one of several is known and all are short words that come nowhere else', () => {
    expect(table('Country,Capital,Notes,Labels', 'Peru,Lima,since 1535,america', 'Chad,N’Djamena,,africa')).toEqual([
      ',',
      true,
      { front: 0, back: 1, tags: 3, guid: null },
    ])
    expect(table('id,when,what happened,who', '7,1066,Battle of Hastings,William')).toEqual([
      ',',
      true,
      { front: 1, back: 2, tags: null, guid: 0 },
    ])
  })

  it('follows what Anki writes above it', () => {
    expect(table('#separator:tab', '#html:false', '#tags column:3', 'Hund\tdog\ttier')).toEqual([
      '\t',
      false,
      { front: 0, back: 1, tags: 2, guid: null },
    ])
    expect(table('one line alone')).toBeNull()
  })
})
