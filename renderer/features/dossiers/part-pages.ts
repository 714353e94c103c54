import type { AsOf, Dossier } from '#shared/contract/entity.ts'

interface PartPages {
  readonly entityId: Dossier['id']
  readonly asOf: AsOf | null
  /** How many are shown before more are asked for. */
  readonly first: number
  /** How many come at a time after. */
  readonly next: number
}

/** What to ask for to get a part of a dossier: a few at first, then page by page. */
export function partPages({ entityId, asOf, first, next }: PartPages) {
  return (cursor: string | undefined) => ({
    entityId,
    limit: cursor === undefined ? first : next,
    cursor,
    ...(asOf && { asOf }),
  })
}
