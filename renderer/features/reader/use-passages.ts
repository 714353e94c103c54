import { useCallback, useEffect, useMemo } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { Span } from '#renderer/anchoring/span.ts'
import { blockIndexAt } from '#renderer/anchoring/text-map.ts'
import type { Article } from '#shared/contract/article.ts'
import { parsePassage } from '#shared/domain/routes.ts'
import { useFlash } from './use-flash.ts'
import type { Page } from './use-page.ts'
import { useReadingPlace } from './use-reading-place.ts'

/** Going to passages: the one that the address names, and any other. */
export function usePassages(article: Article, page: Page, moveTo: (index: number) => void, isNamed: boolean) {
  const at = usePassageInAddress(article, isNamed)
  const [flashed, flash] = useFlash()
  const scrollTo = useReadingPlace(article, page, at.span)
  const goTo = useCallback(
    (span: Span) => {
      scrollTo(span)
      flash(span)
    },
    [scrollTo, flash],
  )
  useEffect(() => {
    if (!page.map || !at.span) return
    goTo(at.span)
    moveTo(blockIndexAt(page.map.blocks, at.span.start))
  }, [page.map, at, goTo, moveTo])
  return { goTo, scrollTo, flashed }
}

/** The passage that the address names, anew with each navigation, so that the same link works twice. */
function usePassageInAddress({ text }: Article, isNamed: boolean): { readonly span: Span | null } {
  const [search] = useSearchParams()
  const { key } = useLocation()
  const wanted = isNamed ? search.get('at') : null
  return useMemo(() => {
    const span = parsePassage(wanted)
    return {
      span: span && span.start < text.length ? { start: span.start, end: Math.min(span.end, text.length) } : null,
    }
  }, [wanted, text, key])
}
