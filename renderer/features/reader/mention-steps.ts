import type { Span } from '#renderer/anchoring/span.ts'
import type { PlacedMention } from '#shared/contract/entity.ts'

/** The mentions of one entity in the text, by place. */
export function mentionsOf(mentions: readonly PlacedMention[], entityId: string): PlacedMention[] {
  return mentions.filter((mention) => mention.entityId === entityId)
}

/** Which of the mentions one is at: the last that does not begin after `at`; 0 before the first. */
export function indexAt(mentions: readonly Span[], at: number): number {
  return Math.max(
    0,
    mentions.findLastIndex((mention) => mention.start <= at),
  )
}

/** The index `step` further, round the end to the beginning. */
export function stepIndex(index: number, step: number, length: number): number {
  return length === 0 ? 0 : (index + step + length) % length
}
