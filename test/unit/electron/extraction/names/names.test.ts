import { describe, expect, it } from 'vitest'
import { entitiesOf, run } from '../run.ts'
import { LINKS, NAMES } from './names.cases.ts'

describe('names by rules', () => {
  it.each(NAMES)('%s', (_shows, text, entities) => {
    expect(entitiesOf(text)).toEqual(entities)
  })

  it('is surer of a titled name than of a guess', () => {
    const [titled] = run('Then Mr Quelm spoke.').mentions
    const [guessed] = run('They walked along Zorvath Quelm again.').mentions
    expect(titled?.confidence).toBeGreaterThan(0.9)
    expect(guessed?.confidence ?? 0).toBeLessThan(0.7)
  })
})

describe('names that mean the same', () => {
  it.each(LINKS)('%s', (_shows, text, entities) => {
    expect(entitiesOf(text)).toEqual(entities)
  })

  it('links a bare surname to neither of two bearers where nothing tells which', () => {
    const text = 'Donald Trump met Melania Trump. Trump smiled. Donald Trump left. Trump slept.'
    const { entities, mentions } = run(text)
    const bare = mentions.filter(({ start, end }) => text.slice(start, end) === 'Trump')
    expect(bare.map(({ entity }) => entities[entity]?.name)).toEqual(['Trump', 'Trump'])
  })
})
