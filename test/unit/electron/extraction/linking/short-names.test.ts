import { describe, expect, it } from 'vitest'
import { run } from '../run.ts'

/** Whom each name of one word means, as "words: name"; "?" where that is left open. */
function meant(text: string): string[] {
  const { mentions, entities } = run(text)
  return mentions
    .filter(({ start, end, kind }) => kind === 'person' && !text.slice(start, end).includes(' '))
    .map(({ start, end, entity, confidence }) => {
      const name = entities[entity]?.name ?? ''
      return `${text.slice(start, end)}: ${confidence < 0.5 ? `? (${name})` : name}`
    })
}

describe('a short name that two people of an article share', () => {
  it('means the one whom its title fits', () => {
    expect(
      meant(`The transport minister, Martin Calloway, spoke first. His sister Helen Calloway spoke next.

“It was late,” Mr Calloway said. Ms Calloway agreed. Transport Minister Calloway left.`),
    ).toEqual(['Calloway: Martin Calloway', 'Calloway: Helen Calloway', 'Calloway: Martin Calloway'])
  })

  it('means the one whom kin, office or a pronoun tells from the other where given names do not', () => {
    expect(
      meant(`Deputy mayor Quenby Ashdown met his wife Tarn Ashdown in Holm.

Mrs Ashdown went home. Mr Ashdown stayed. Deputy Mayor Ashdown gave a speech.`),
    ).toEqual(['Ashdown: Tarn Ashdown', 'Ashdown: Quenby Ashdown', 'Ashdown: Quenby Ashdown'])
    expect(meant(`Martin Calloway and Helen Calloway came to Holm. Calloway said that she would stay.`)).toEqual([
      'Calloway: Helen Calloway',
    ])
  })

  it('means the only one who has been named in full so far', () => {
    expect(meant(`Martin Calloway came to Holm. Calloway spoke there. Later came Helen Calloway.`)).toEqual([
      'Calloway: Martin Calloway',
    ])
  })

  it('is left open where nothing decides, and is no guess at the one named last', () => {
    expect(meant(`Martin Calloway and Helen Calloway came to Holm. Calloway took no questions.`)).toEqual([
      'Calloway: ? (Calloway)',
    ])
  })

  it('is nobody of those whom its title contradicts', () => {
    expect(meant(`Martin Calloway came to Holm. Mrs Calloway stayed at home.`)).toEqual(['Calloway: ? (Calloway)'])
  })
})
