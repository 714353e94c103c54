import { layerMarks, type Span } from '#renderer/anchoring/span.ts'
import type { Category, CategoryColor } from '#shared/contract/annotation.ts'
import type { PlacedMention } from '#shared/contract/entity.ts'
import { LEAST_CONFIDENCE } from '#shared/domain/extraction.ts'
import type { PassageMark } from './pending-marks.ts'

/** Spans to draw under one name of drawing.css. The greater `priority` lies on top. */
export interface Drawing {
  readonly name: string
  readonly priority: number
  readonly spans: readonly Span[]
}

const colors: readonly CategoryColor[] = ['yellow', 'blue', 'orange', 'green', 'rose', 'violet', 'teal', 'grey']
const kinds = ['person', 'group', 'place'] as const
const nothing: readonly Span[] = []

/**
 * The marks, two drawings for each colour: a wash, and a thick line where the words have the wash of another mark
 * already. So marks that lie on each other can be told apart, also two of one colour.
 */
export function drawMarks(marks: readonly PassageMark[], categories: readonly Category[]): Drawing[] {
  const colorOf = new Map(categories.map((category) => [category.id, category.color]))
  const washes = new Map<CategoryColor, Span[]>(colors.map((color) => [color, []]))
  const lines = new Map<CategoryColor, Span[]>(colors.map((color) => [color, []]))
  for (const { mark, own, shared } of layerMarks(marks)) {
    // A mark whose category is gone is still a mark.
    const color = (mark.categoryId && colorOf.get(mark.categoryId)) ?? 'grey'
    if (own) washes.get(color)?.push(own)
    if (shared) lines.get(color)?.push(shared)
  }
  return colors.flatMap((color, index) => [
    { name: `mark-${color}`, priority: 10 + index, spans: washes.get(color) ?? nothing },
    { name: `mark-line-${color}`, priority: 20 + index, spans: lines.get(color) ?? nothing },
  ])
}

/**
 * What was found: quiet lines for names if `byKind`, a faint wash for figures, and those of one name in full. What is a weak find
 * wherever it stands in the text is held back.
 */
export function drawFinds(
  mentions: readonly PlacedMention[],
  figures: readonly Span[],
  litEntityId: string | null,
  byKind = true,
): Drawing[] {
  const sure = sureNames(mentions)
  const names = kinds.map((kind) => ({
    name: `kind-${kind}`,
    priority: 2,
    spans: byKind ? mentions.filter((mention) => mention.kind === kind && sure.has(mention.entityId)) : nothing,
  }))
  const lit = kinds.map((kind) => ({
    name: `kind-${kind}-lit`,
    priority: 3,
    spans: mentions.filter((mention) => mention.kind === kind && mention.entityId === litEntityId),
  }))
  return [{ name: 'kind-figure', priority: 1, spans: figures }, ...names, ...lit]
}

/** The names that are not held back: at least one of their places is no weak find. */
export function sureNames(mentions: readonly PlacedMention[]): ReadonlySet<string> {
  return new Set(mentions.filter((one) => one.confidence >= LEAST_CONFIDENCE).map((one) => one.entityId))
}

/** What shows for a moment: the mark in hand, what was searched for, the passage that was jumped to. */
export function drawMoment(moment: {
  readonly focused: Span | null
  readonly flashed: Span | null
  readonly found: readonly Span[]
  readonly foundNow: Span | null
}): Drawing[] {
  const one = (span: Span | null) => (span ? [span] : nothing)
  return [
    { name: 'mark-focus', priority: 30, spans: one(moment.focused) },
    { name: 'found', priority: 35, spans: moment.found },
    { name: 'found-now', priority: 36, spans: one(moment.foundNow) },
    { name: 'flash', priority: 40, spans: one(moment.flashed) },
  ]
}
