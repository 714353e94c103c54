import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticleText } from '#electron/store/queries/articles.ts'
import { findFigureIn, listNoDisagreements } from '#electron/store/queries/corrections.ts'
import type { CorrectionPlace } from '#shared/contract/correction.ts'
import type { FigureId } from '#shared/domain/ids.ts'
import { articlesOfPlace, findInText } from './find-place.ts'
import type { FoundPair } from './pair-order.ts'

/** Whether a pair may stand, after what the person said to be no disagreement; null when that was nothing. */
export function readDismissed(db: ReadHandle): ((pair: FoundPair) => boolean) | null {
  const said = listNoDisagreements(db).map((places) => new Set(places.flatMap((place) => figuresAt(db, place))))
  if (said.length === 0) return null
  return ({ first, second }) => !said.some((ids) => ids.has(first.id) && ids.has(second.id))
}

/** The figures that a passage of the log is now: it may have been searched again, or imported under another id. */
function figuresAt(db: ReadHandle, place: CorrectionPlace): string[] {
  return articlesOfPlace(db, place).flatMap((articleId): FigureId[] => {
    const there = findFigureIn(db, articleId, place)
    if (there?.start === place.start && there.surface === place.quote) return [there.id]
    const text = findArticleText(db, articleId)
    const range = text === null ? null : findInText(text, place)
    const moved = range && findFigureIn(db, articleId, range)
    return moved ? [moved.id] : []
  })
}
