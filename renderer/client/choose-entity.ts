import type { NewCorrectionInput } from '#shared/contract/correction.ts'
import type { EntitySummary, PlacedMention } from '#shared/contract/entity.ts'
import type { EntityKind } from '#shared/domain/extraction.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import { api } from './api.ts'

const SHOWN = 6

/** People, groups and places of the library whose names hold what was typed. */
export function entitySearch(query: string) {
  const typed = query.trim()
  return api.entity.list.queryOptions({ input: { query: typed, limit: SHOWN }, enabled: typed !== '' })
}

/** Who the person says a passage names: an entity there is, or someone new of that name. */
export type ChosenEntity =
  | { readonly entityId: EntityId; readonly kind: EntityKind; readonly name: string }
  | { readonly entityId: null; readonly kind: EntityKind; readonly name: string }

/**
 * What can be chosen for a name that was typed: those who have it, and someone new of each kind. `takenAs`: the kind of
 * what is not meant.
 */
export function entityGroups(items: readonly EntitySummary[], query: string, takenAs: EntityKind | null) {
  const name = query.replace(/\s+/g, ' ').trim()
  const known = items.map(({ id, kind, name: called, role, mentionCount }) => ({
    key: id as string,
    kind,
    name: called,
    about: [role, mentionCount === 1 ? 'named once' : `named ${mentionCount} times`].filter(Boolean).join(' · '),
  }))
  const fresh = (['person', 'group', 'place'] as const).map((kind) => ({
    key: `new ${kind}`,
    kind,
    name,
    about: kind === takenAs ? 'another one of that name' : '',
  }))
  return [
    { heading: 'In your library', options: known },
    { heading: 'Someone or something new', options: name === '' ? [] : fresh },
  ]
}

/** What an option of `entityGroups` stands for. */
export function chosenEntity(
  option: { readonly key: string; readonly kind: EntityKind; readonly name: string },
  items: readonly EntitySummary[],
): ChosenEntity {
  const entityId = items.find(({ id }) => id === option.key)?.id ?? null
  return { entityId: entityId as EntityId | null, kind: option.kind, name: option.name } as ChosenEntity
}

interface PassageNamed {
  readonly articleId: ArticleId
  readonly start: number
  readonly end: number
  readonly chosen: ChosenEntity
  /** What was found there, if anything. */
  readonly mention: Pick<PlacedMention, 'kind'> | null
  readonly known: readonly EntitySummary[]
  readonly all: boolean
  readonly asked: boolean
}

/** The correction that says so. Someone new of a name that another has is kept apart from that one. */
export function namePassage(passage: PassageNamed): NewCorrectionInput {
  const { articleId, start, end, chosen, mention, known, all, asked } = passage
  const isTaken = known.some((one) => one.kind === chosen.kind && foldText(one.name) === foldText(chosen.name))
  const own = chosen.entityId === null && (isTaken || mention?.kind === chosen.kind)
  return {
    kind: 'mention',
    articleId,
    start,
    end,
    entityId: chosen.entityId,
    as: chosen.kind,
    name: chosen.name,
    own,
    all,
    asked,
  }
}
