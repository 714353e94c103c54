import { effectWords } from '#renderer/client/correct.ts'
import type { Correction, CorrectionRecord } from '#shared/contract/correction.ts'
import { articlePath, dossierPath } from '#shared/domain/routes.ts'

const kindNames: Readonly<Record<CorrectionRecord['kind'], string>> = {
  merge: 'Merged',
  'keep-apart': 'Kept apart',
  split: 'Split',
  rename: 'Renamed',
  retype: 'Other kind',
  alias: 'Other name',
  'not-entity': 'No name',
  'not-mention': 'No name here',
  mention: 'Who it is',
  measure: 'Measure',
  confirm: 'Confirmed',
  'confirm-figure': 'Figure confirmed',
  'no-disagreement': 'No disagreement',
}

/** What sort of correction it is, in a word or two. */
export function kindName(kind: string): string {
  return kind in kindNames ? kindNames[kind as CorrectionRecord['kind']] : kind // a kind of the contract
}

/** What a correction changed, or why it changes nothing here. */
export function effectOf({ record, effect, isHere }: Correction): string {
  if (!isHere) return 'Its passage is not in this library'
  if (record.kind === 'confirm' || record.kind === 'confirm-figure') return 'In doubt no more'
  if (record.kind === 'no-disagreement') return 'No longer listed as a disagreement'
  if (effect === null) return 'From a file'
  return effect.mentions + effect.figures === 0 ? 'Nothing in the texts changed' : effectWords(effect)
}

/** Where one sees what a correction is about, or null when that is not here. */
export function placeOfCorrection({ record, isHere }: Correction): string | null {
  if (!isHere) return null
  const place = record.kind === 'no-disagreement' ? record.places[0] : 'place' in record ? record.place : null
  if (place) return articlePath(place.articleId, place)
  const entity = 'entities' in record ? record.entities[0] : 'entity' in record ? record.entity : null
  return entity && record.kind !== 'not-entity' ? dossierPath(entity.id) : null
}
