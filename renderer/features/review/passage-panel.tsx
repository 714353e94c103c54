import { CloseButton } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PassageExcerpt } from '#renderer/ui/passage-excerpt.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { Card } from '#shared/contract/study.ts'
import classes from './passage-panel.module.css'

interface PassagePanelProps {
  readonly evidence: Card['evidence']
  readonly onClose: () => void
}

/** Where the card comes from: the article around its passage, the passage lit. */
export function PassagePanel({ evidence, onClose }: PassagePanelProps) {
  return (
    <aside className={classes.panel} aria-label="Passage">
      <header className={classes.head}>
        <h2 className={classes.title}>{evidence.articleTitle ?? 'Passage'}</h2>
        <CloseButton aria-label="Hide the passage" onClick={onClose} />
      </header>
      <PassageText evidence={evidence} />
    </aside>
  )
}

function PassageText({ evidence }: Pick<PassagePanelProps, 'evidence'>) {
  const { articleId, start, end, quote } = evidence
  const hasPlace = articleId !== null && start !== null && end !== null
  const article = useQuery(api.article.get.queryOptions({ input: hasPlace ? { articleId } : skipToken }))
  if (!hasPlace) return <StoredQuote quote={quote} articleId={articleId} />
  if (article.isError) {
    return (
      <>
        <StoredQuote quote={quote} articleId={null} />
        <ErrorState error={article.error} onRetry={() => void article.refetch()} />
      </>
    )
  }
  if (!article.data) return <LoadingState label="Fetching the passage" lines={4} />
  return (
    <>
      <PassageExcerpt text={article.data.text} blocks={article.data.blocks} start={start} end={end} />
      <p className={classes.open}>
        <PassageLink articleId={articleId} start={start} end={end} className={classes.link ?? ''}>
          Open in article
        </PassageLink>
      </p>
    </>
  )
}

function StoredQuote({ quote, articleId }: { quote: string; articleId: string | null }) {
  return (
    <>
      {quote === '' ? (
        <p className={classes.none}>This card was written by hand; no passage belongs to it.</p>
      ) : (
        <blockquote className={classes.quote}>{quote}</blockquote>
      )}
      {articleId && (
        <p className={classes.open}>
          <PassageLink articleId={articleId} className={classes.link ?? ''}>
            Open the article
          </PassageLink>
        </p>
      )}
    </>
  )
}
