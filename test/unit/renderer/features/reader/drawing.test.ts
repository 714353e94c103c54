import { describe, expect, it } from 'vitest'
import { drawFinds, drawMarks, drawMoment } from '#renderer/features/reader/drawing.ts'
import { isPassageMark } from '#renderer/features/reader/pending-marks.ts'
import type { Category } from '#shared/contract/annotation.ts'
import type { PlacedMention } from '#shared/contract/entity.ts'
import type { CategoryId, EntityId } from '#shared/domain/ids.ts'
import { mark } from './mark-samples.ts'

const categories: Category[] = [
  { id: 'fact' as CategoryId, position: 1, name: 'Key fact', color: 'yellow' },
  { id: 'question' as CategoryId, position: 2, name: 'Question', color: 'blue' },
]

const drawn = (drawings: ReturnType<typeof drawMarks>) =>
  Object.fromEntries(drawings.filter(({ spans }) => spans.length > 0).map(({ name, spans }) => [name, spans]))

describe('drawMarks', () => {
  it('washes each mark in its colour and underlines where it lies on another', () => {
    const marks = [mark('a', 0, 10), mark('b', 5, 15, 'question'), mark('c', 6, 8)].filter(isPassageMark)
    expect(drawn(drawMarks(marks, categories))).toEqual({
      'mark-yellow': [{ start: 0, end: 10 }],
      'mark-blue': [{ start: 10, end: 15 }],
      'mark-line-blue': [{ start: 5, end: 10 }],
      'mark-line-yellow': [{ start: 6, end: 8 }],
    })
  })

  it('draws a mark whose category is gone in grey', () => {
    expect(drawn(drawMarks([mark('a', 0, 4, 'gone')].filter(isPassageMark), categories))).toEqual({
      'mark-grey': [{ start: 0, end: 4 }],
    })
  })

  it('names every drawing every time, so that what is gone is taken off the page', () => {
    expect(drawMarks([], categories).map(({ name }) => name)).toEqual(
      drawMarks([mark('a', 0, 4)].filter(isPassageMark), categories).map(({ name }) => name),
    )
  })
})

describe('drawFinds', () => {
  it('draws kinds apart and the lit name once more', () => {
    const mentions = [
      { start: 0, end: 4, entityId: 'x' as EntityId, kind: 'person', confidence: 1 },
      { start: 9, end: 12, entityId: 'y' as EntityId, kind: 'place', confidence: 1 },
    ] satisfies PlacedMention[]
    expect(drawn(drawFinds(mentions, [{ start: 20, end: 22 }], 'y'))).toEqual({
      'kind-figure': [{ start: 20, end: 22 }],
      'kind-person': [mentions[0]],
      'kind-place': [mentions[1]],
      'kind-place-lit': [mentions[1]],
    })
  })
})

describe('drawFinds of weak finds', () => {
  it('draws a name that is weak in all its places only when it is lit', () => {
    const mention = (start: number, id: string, confidence: number): PlacedMention => ({
      start,
      end: start + 4,
      entityId: id as EntityId,
      kind: 'group',
      confidence,
    })
    const mentions = [mention(0, 'x', 0.3), mention(9, 'y', 0.3), mention(20, 'y', 0.9)]
    expect(drawn(drawFinds(mentions, [], null))).toEqual({ 'kind-group': mentions.slice(1) })
    expect(drawn(drawFinds(mentions, [], 'x'))).toEqual({
      'kind-group': mentions.slice(1),
      'kind-group-lit': mentions.slice(0, 1),
    })
  })
})

describe('drawMoment', () => {
  it('lays the passage one jumped to over everything else', () => {
    const [span] = [{ start: 1, end: 2 }]
    const all = drawMoment({ focused: span, flashed: span, found: [span], foundNow: span })
    expect(all.toSorted((a, b) => a.priority - b.priority).at(-1)?.name).toBe('flash')
  })
})
