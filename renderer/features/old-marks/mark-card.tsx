import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { CategoryDot } from '#renderer/ui/category-dot.tsx'
import { formatWhen } from '#renderer/ui/format.ts'
import type { CommandId } from '#renderer/ui/keymap.ts'
import { KeysOf } from '#renderer/ui/keys.tsx'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import { PassageExcerpt } from '#renderer/ui/passage-excerpt.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { ResurfacedMark } from '#shared/contract/resurface.ts'
import { cardPath } from '#shared/domain/routes.ts'
import classes from './mark-card.module.css'

interface MarkCardProps {
  readonly item: ResurfacedMark
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onPrevious: () => void
  readonly onNext: () => void
  readonly onCard: () => void
}

/** One old mark in its passage, with its note. */
export function MarkCard({ item: { mark, cardId }, isFirst, isLast, onPrevious, onNext, onCard }: MarkCardProps) {
  const root = useRef<HTMLElement>(null)
  useEffect(() => root.current?.focus({ preventScroll: true }), [])
  const category = useQuery(api.category.list.queryOptions()).data?.find(({ id }) => id === mark.categoryId)
  return (
    <div className={classes.middle}>
      <article
        ref={root}
        tabIndex={-1}
        className={classes.card}
        data-color={category?.color ?? 'none'}
        aria-label="Mark"
      >
        <header className={classes.head}>
          {category && <CategoryDot color={category.color} name={category.name} />}
          <span className={classes.source}>{mark.articleTitle}</span>
          <span className={classes.when}>marked {formatWhen(mark.createdAtMs, Date.now())}</span>
        </header>
        <Passage mark={mark} />
        {mark.note !== '' && (
          <div className={classes.note}>
            <MarkdownView text={mark.note} />
          </div>
        )}
      </article>
      <div className={classes.actions}>
        <Button variant="default" onClick={onPrevious} disabled={isFirst}>
          Previous <Hint id="old-marks.previous" />
        </Button>
        <Button onClick={onNext}>
          {isLast ? 'Finish' : 'Next'} <Hint id="old-marks.next" />
        </Button>
        <span className={classes.gap} />
        {cardId ? (
          <Button component={Link} to={cardPath(cardId)} variant="subtle">
            Its card <Hint id="old-marks.card" />
          </Button>
        ) : (
          <Button variant="default" onClick={onCard}>
            Make a card <Hint id="old-marks.card" />
          </Button>
        )}
        <PassageLink articleId={mark.articleId} start={mark.start} end={mark.end} className={classes.open ?? ''}>
          Open in article <Hint id="old-marks.open" />
        </PassageLink>
      </div>
    </div>
  )
}

function Passage({ mark: { articleId, start, end, quote } }: { readonly mark: ResurfacedMark['mark'] }) {
  const hasPlace = start !== null && end !== null
  const article = useQuery(api.article.get.queryOptions({ input: hasPlace ? { articleId } : skipToken })).data
  if (!hasPlace || !article) return <blockquote className={classes.quote}>{quote}</blockquote>
  return (
    <div className={classes.passage}>
      <PassageExcerpt text={article.text} blocks={article.blocks} start={start} end={end} />
    </div>
  )
}

function Hint({ id }: { readonly id: CommandId }) {
  return (
    <span className={classes.hint}>
      <KeysOf id={id} />
    </span>
  )
}
