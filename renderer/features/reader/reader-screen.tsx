import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { errorCode } from '#renderer/ui/error-words.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { routes } from '#shared/domain/routes.ts'
import { Reader } from './reader.tsx'

/** An article, to be read and worked with: `/article/:articleId?at=start-end`. */
export function ReaderScreen() {
  const { articleId = '' } = useParams()
  const [isLeaving, setLeaving] = useState(false)
  // An article that is just being deleted must not be asked for once more.
  const article = useQuery(api.article.get.queryOptions({ input: { articleId }, enabled: !isLeaving }))
  useDocumentTitle(article.data?.title ?? 'Article')
  // An article that was deleted while it is open is gone; another trouble leaves what is shown.
  if (article.error && !article.data) {
    return (
      <Screen width="text">
        <ErrorState
          // An address that holds no id at all names no article either.
          error={errorCode(article.error) === 'BAD_REQUEST' ? { code: 'ARTICLE_MISSING' } : article.error}
          onRetry={() => void article.refetch()}
          actions={
            <Button component={Link} to={routes.library} variant="subtle">
              To the library
            </Button>
          }
        />
      </Screen>
    )
  }
  if (!article.data) {
    return (
      <Screen width="text">
        <LoadingState label="Opening the article" lines={12} />
      </Screen>
    )
  }
  return <Reader key={article.data.id} article={article.data} onLeaving={setLeaving} />
}
