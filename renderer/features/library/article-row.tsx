import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { formatCount, formatDay, formatHost, formatNumber, formatReadingTime } from '#renderer/ui/format.ts'
import { type MenuEntry, MoreMenu } from '#renderer/ui/page-title.tsx'
import type { ArticleSummary } from '#shared/contract/article.ts'
import { READ_FROM } from '#shared/domain/article.ts'
import { articlePath } from '#shared/domain/routes.ts'
import classes from './article-row.module.css'
import { dragArticle } from './drag-article.ts'

interface ArticleRowProps {
  readonly article: ArticleSummary
  readonly isActive: boolean
  /** Set by keys: the row that becomes active takes the focus and clears it. */
  readonly focusWanted: RefObject<boolean>
  readonly focusCalls: number
  readonly onActivate: (article: ArticleSummary) => void
  readonly menuOf: (article: ArticleSummary) => readonly MenuEntry[]
}

/** One line of the library. The rule below it is the reading progress. */
export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const { article, isActive, focusWanted, onActivate, menuOf } = props
  const [isHovered, setHovered] = useState(false)
  const navigate = useNavigate()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (!isActive || !focusWanted.current) return
    focusWanted.current = false
    link.current?.focus({ preventScroll: true })
  })
  return (
    // The row is a larger target for the mouse; keys and screen readers use the link in it.
    // biome-ignore lint/a11y/noStaticElementInteractions: the link inside is the interactive element
    <div
      className={classes.row}
      data-active={isActive || undefined}
      data-read={article.progress >= READ_FROM || undefined}
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
      onMouseDown={() => onActivate(article)}
      onContextMenu={(event) => {
        const menu = event.currentTarget.querySelector<HTMLElement>('[aria-haspopup=menu]')
        if (!menu) return
        event.preventDefault()
        menu.click()
      }}
      onDoubleClick={() => void navigate(articlePath(article.id))}
    >
      <div className={classes.words}>
        <Link
          ref={link}
          to={articlePath(article.id)}
          className={classes.title}
          onFocus={() => onActivate(article)}
          onDragStart={(event) => dragArticle(event, article)}
        >
          {article.title}
        </Link>
        <p className={classes.about}>
          <About article={article} />
        </p>
      </div>
      <Counts article={article} />
      <div className={classes.more}>
        {(isHovered || isActive) && <MoreMenu entries={menuOf(article)} label={`More for ${article.title}`} />}
      </div>
      <Progress share={article.progress} />
    </div>
  )
})

function About({ article }: { readonly article: ArticleSummary }) {
  const parts = [
    article.source ?? formatHost(article.url),
    formatDay(article.publishedOn),
    formatReadingTime(article.wordCount),
    article.progress > 0 && readingState(article.progress),
  ].filter(Boolean)
  return (
    <>
      {parts.map((part) => (
        <span key={part || ''}>{part}</span>
      ))}
      {article.progress === 0 && <span className="visually-hidden">unread</span>}
    </>
  )
}

/** How far one has read, in words. */
export function readingState(progress: number): string {
  if (progress <= 0) return 'unread'
  return progress >= READ_FROM ? 'read' : `${Math.max(1, Math.round(progress * 100))}\u202f% read`
}

function Counts({ article }: { readonly article: ArticleSummary }) {
  const counts = [
    article.annotationCount > 0 && formatCount(article.annotationCount, 'mark', 'marks'),
    article.cardCount > 0 && formatCount(article.cardCount, 'card', 'cards'),
    article.newCount !== undefined && article.newCount > 0 && `${formatNumber(article.newCount)} new`,
    article.extraction === 'done' && article.entityCount > 0 && formatCount(article.entityCount, 'name', 'names'),
    article.extraction === 'waiting' && 'finding names…',
    article.extraction === 'failed' && 'names not found',
  ].filter((count) => count !== false)
  return (
    <ul className={classes.counts}>
      {counts.map((count) => (
        <li key={count}>{count}</li>
      ))}
    </ul>
  )
}

function Progress({ share }: { readonly share: number }) {
  return (
    <div className={classes.rule} aria-hidden="true">
      {share > 0 && share < READ_FROM && (
        <div className={classes.done} style={{ width: `${Math.min(1, share) * 100}%` }} />
      )}
    </div>
  )
}
