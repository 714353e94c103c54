import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { api, client } from '#renderer/client/api.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import type { Article } from '#shared/contract/article.ts'
import { type ReadingPlace, readPlace, scrollToPosition, scrollToSpan } from './reading-place.ts'
import type { Page } from './use-page.ts'

/** How long the text must stand still before its place is measured, which costs a layout, and before it is saved. */
const MEASURE_AFTER_MS = 120
const SAVE_AFTER_MS = 800

/** What came into view has been read when it stood there so long: a look at a short article is no reading. */
const READ_AFTER_MS = 3_000

/** Opens the article where it was left, and remembers where it is left now. Gives how to go to a passage. */
export function useReadingPlace(article: Article, page: Page, at: Span | null): (span: Span) => void {
  const { map, scrollRef } = page
  useOpenAtPlace(article, page, at === null)
  useSavedPlace(article, page)
  return useCallback(
    (span: Span) => {
      const scroller = scrollRef.current
      if (map && scroller) settle(() => scrollToSpan(map, scroller, span))
    },
    [map, scrollRef],
  )
}

/** Scrolls now and again: what was not laid out yet had a guessed height. */
function settle(scroll: () => void): void {
  scroll()
  requestAnimationFrame(() => {
    scroll()
    requestAnimationFrame(scroll)
  })
}

function useOpenAtPlace(article: Article, { map, scrollRef }: Page, isWanted: boolean): void {
  const opened = useRef<string | null>(null)
  useLayoutEffect(() => {
    const scroller = scrollRef.current
    if (!map || !scroller || opened.current === article.id) return
    opened.current = article.id
    if (isWanted && article.position > 0) settle(() => scrollToPosition(map, scroller, article.position))
  }, [map, scrollRef, article.id, article.position, isWanted])
}

function useSavedPlace(article: Article, { map, scrollRef }: Page): void {
  const queries = useQueryClient()
  const reached = useRef(article.progress)
  const last = useRef<ReadingPlace | null>(null)
  const saved = useRef(article.position)
  const isOpened = useRef(article.openedAtMs !== null)
  const openedAtMs = useRef(performance.now())
  // A layout effect, for its end comes while the text still stands on the page and can be measured.
  useLayoutEffect(() => {
    const scroller = scrollRef.current
    if (!map || !scroller) return
    let timer = 0
    let measuring = 0
    const measure = () => {
      clearTimeout(measuring)
      measuring = 0
      last.current = readPlace(map, scroller)
    }
    const save = () => {
      clearTimeout(timer)
      if (measuring !== 0) measure()
      const isGlance = performance.now() - openedAtMs.current < READ_AFTER_MS
      const place = last.current && { ...last.current, ...(isGlance && { progress: reached.current }) }
      if (!place || (isOpened.current && place.position === saved.current && place.progress <= reached.current)) return
      // How far one has read does not shrink by looking something up again.
      reached.current = Math.max(reached.current, place.progress)
      saved.current = place.position
      isOpened.current = true
      void savePlace(article.id, { position: place.position, progress: reached.current })
    }
    const note = () => {
      clearTimeout(measuring)
      clearTimeout(timer)
      measuring = window.setTimeout(measure, MEASURE_AFTER_MS)
      timer = window.setTimeout(save, SAVE_AFTER_MS)
    }
    const leave = () => {
      if (document.visibilityState === 'hidden') save()
    }
    // Not now: the page would be laid out for it while it is still being put together.
    measuring = window.setTimeout(measure, MEASURE_AFTER_MS)
    scroller.addEventListener('scroll', note, { passive: true })
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', save)
    return () => {
      scroller.removeEventListener('scroll', note)
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', save)
      save()
      // A saved place has no article fetched again, so the one at hand is told where it was left: back opens there.
      const { queryKey } = api.article.get.queryOptions({ input: { articleId: article.id } })
      // One that was left because it is gone would look found again.
      if (queries.getQueryState(queryKey)?.status !== 'success') return
      const place = { position: saved.current, progress: reached.current }
      queries.setQueryData(queryKey, (known) => known && { ...known, ...place })
    }
  }, [map, scrollRef, article.id, queries])
}

async function savePlace(articleId: Article['id'], place: ReadingPlace): Promise<void> {
  try {
    await client.article.setPosition({ articleId, ...place })
  } catch (error) {
    // Not worth a message over the text: the place is saved again with the next scroll. Kept for who looks for it.
    console.info('The reading place was not saved.', describeError(error).title)
  }
}
