import type { CorrectionEffect, NewCorrectionInput } from '#shared/contract/correction.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { client } from './api.ts'
import { holdUndo } from './hold-undo.ts'

/** Corrects what was found. Gives what that changed in words, the entity it made or was about, and how to take it back. */
export async function correct(input: NewCorrectionInput) {
  const { effect, entityId } = await client.correction.add(input)
  const takeBack = await holdUndo()
  return { told: effectWords(effect), entityId: entityId as EntityId | null, takeBack }
}

/** "12 mentions changed in 3 articles". */
export function effectWords({ mentions, articles, figures }: CorrectionEffect): string {
  if (figures > 0) return figures === 1 ? '1 figure changed' : `${figures} figures changed`
  if (mentions === 0) return 'Noted'
  const many = mentions === 1 ? '1 mention changed' : `${mentions} mentions changed`
  return articles > 1 ? `${many} in ${articles} articles` : many
}
