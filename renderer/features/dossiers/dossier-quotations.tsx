import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { formatDay } from '#renderer/ui/format.ts'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { AsOf, Dossier } from '#shared/contract/entity.ts'
import classes from './dossier-aside.module.css'
import { Part } from './part.tsx'

const FIRST_SHOWN = 3
const PAGE_SIZE = 20

interface DossierQuotationsProps {
  readonly dossier: Dossier
  readonly asOf: AsOf | null
}

/** What they are quoted as saying, the latest first; more on demand. */
export function DossierQuotations({ dossier, asOf }: DossierQuotationsProps) {
  const [isOpen, setOpen] = useState(false)
  const all = useInfiniteQuery({
    ...api.entity.quotations.infiniteOptions({
      input: (cursor: string | undefined) => ({
        entityId: dossier.id,
        limit: PAGE_SIZE,
        cursor,
        ...(asOf && { asOf }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
    enabled: isOpen,
  })
  const { quotations } = dossier
  if (quotations.length === 0) return null
  const shown = isOpen
    ? (all.data?.pages.flatMap((page) => page.items) ?? quotations)
    : quotations.slice(0, FIRST_SHOWN)
  const hasMore = isOpen ? all.hasNextPage : quotations.length > shown.length
  return (
    <Part title="In their words">
      {shown.map((quotation) => (
        <blockquote key={`${quotation.articleId}:${quotation.start}`} className={classes.quotation}>
          <PassageLink articleId={quotation.articleId} start={quotation.start} end={quotation.end}>
            {quotedWords(quotation)}
          </PassageLink>
          <footer className={classes.quiet}>{formatDay(quotation.publishedOn) || quotation.articleTitle}</footer>
        </blockquote>
      ))}
      {hasMore && (
        <button
          type="button"
          className={classes.more}
          onClick={() => (isOpen ? void all.fetchNextPage() : setOpen(true))}
        >
          More of their words
        </button>
      )}
    </Part>
  )
}

/** The quoted words where the sentence holds them whole, else the sentence. */
function quotedWords({ start, end, sentence, sentenceStart }: Dossier['quotations'][number]): string {
  const [from, to] = [start - sentenceStart, end - sentenceStart]
  return from >= 0 && to <= sentence.length ? sentence.slice(from, to) : sentence
}
