import { describe, expect, it } from 'vitest'
import { countStates, drawMemory, rememberedThings } from '#renderer/features/reader/memory-drawing.ts'
import type { Figure, PlacedMention } from '#shared/contract/entity.ts'
import type { EntityId, FigureId } from '#shared/domain/ids.ts'

const mention = (start: number, id: string, kind: PlacedMention['kind']): PlacedMention => ({
  start,
  end: start + 4,
  entityId: id as EntityId,
  kind,
  confidence: 1,
})
const mentions = [mention(0, 'anna', 'person'), mention(10, 'rome', 'place'), mention(20, 'anna', 'person')]
const figures = [{ id: 'f' as FigureId, start: 30, end: 33 }] as Figure[]

describe('rememberedThings', () => {
  it('gathers the places of each name and takes for new what has no state', () => {
    const things = rememberedThings(mentions, figures, new Map([['anna', 'fading']]))
    expect(things.map(({ id, state, places }) => [id, state, places.length])).toEqual([
      ['anna', 'fading', 2],
      ['rome', 'new', 1],
      ['f', 'new', 1],
    ])
    expect(countStates(things)).toEqual({ known: 0, fading: 1, forgotten: 0, waiting: 0, new: 2 })
  })
})

describe('drawMemory', () => {
  const drawn = (drawings: ReturnType<typeof drawMemory>) =>
    Object.fromEntries(drawings.filter(({ spans }) => spans.length > 0).map(({ name, spans }) => [name, spans.length]))

  it('draws by state and kind, and leaves plain what is known', () => {
    const things = rememberedThings(
      mentions,
      figures,
      new Map([
        ['anna', 'known'],
        ['f', 'forgotten'],
      ]),
    )
    expect(drawn(drawMemory(things))).toEqual({ 'memory-new-place': 1, 'memory-forgotten-figure': 1 })
  })

  it('names every drawing every time, so that what is gone is taken off the page', () => {
    expect(drawMemory(null).map(({ name }) => name)).toEqual(
      drawMemory(rememberedThings(mentions, figures, new Map())).map(({ name }) => name),
    )
  })
})
