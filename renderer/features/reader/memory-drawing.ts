import type { Span } from '#renderer/anchoring/span.ts'
import type { Figure, PlacedMention } from '#shared/contract/entity.ts'
import { type Drawing, sureNames } from './drawing.ts'

/** How well something is remembered; `new` has no card, `waiting` one that was never asked. */
export const memoryStates = ['known', 'fading', 'forgotten', 'waiting', 'new'] as const
export type MemoryState = (typeof memoryStates)[number]

const kinds = ['person', 'group', 'place', 'figure'] as const
type ThingKind = (typeof kinds)[number]

/** A name or figure of the article, where it stands, and how well it is remembered. */
export interface Remembered {
  /** Of the entity or the figure. */
  readonly id: string
  readonly kind: ThingKind
  readonly state: MemoryState
  /** By place, at least one. */
  readonly places: readonly Span[]
}

/** The names and figures by their first place; what `states` does not hold is new. Doubtful names are left out. */
export function rememberedThings(
  mentions: readonly PlacedMention[],
  figures: readonly Figure[],
  states: ReadonlyMap<string, MemoryState>,
): Remembered[] {
  const things = new Map<string, { id: string; kind: ThingKind; state: MemoryState; places: Span[] }>()
  const sure = sureNames(mentions)
  for (const { entityId: id, kind, start, end } of mentions) {
    if (!sure.has(id)) continue
    const known = things.get(id)
    if (known) known.places.push({ start, end })
    else things.set(id, { id, kind, state: states.get(id) ?? 'new', places: [{ start, end }] })
  }
  for (const { id, start, end } of figures)
    things.set(id, { id, kind: 'figure', state: states.get(id) ?? 'new', places: [{ start, end }] })
  return [...things.values()].sort((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0))
}

/** How many names and figures there are in each state. */
export function countStates(things: readonly Remembered[]): Record<MemoryState, number> {
  const counts = { known: 0, fading: 0, forgotten: 0, waiting: 0, new: 0 }
  for (const { state } of things) counts[state]++
  return counts
}

/**
 * Lines under names and figures: the colour tells the kind, the line how well it is remembered. What is known is left
 * plain. With null everything is taken off the page.
 */
export function drawMemory(things: readonly Remembered[] | null): Drawing[] {
  return memoryStates
    .filter((state) => state !== 'known')
    .flatMap((state) =>
      kinds.map((kind) => ({
        name: `memory-${state}-${kind}`,
        priority: 2,
        spans: (things ?? []).flatMap((thing) => (thing.state === state && thing.kind === kind ? thing.places : [])),
      })),
    )
}
