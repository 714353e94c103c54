import type { PlacedMention } from '#shared/contract/entity.ts'
import type { OpenedPassage } from './passage-popover.tsx'
import type { WalkedThing } from './use-finds.ts'

/** The name or figure that keys are about: where they have gone, else what a card or dossier stands open on. */
export function findInHand(
  walked: WalkedThing | null,
  opened: OpenedPassage | null,
  beside: PlacedMention | null,
): WalkedThing | null {
  if (walked) return walked
  const { mention = null, figure = null } = opened ?? {}
  const named = mention ?? (figure ? null : beside)
  const place = named ?? figure
  return place && { start: place.start, end: place.end, mention: named, figure: named ? null : figure }
}
