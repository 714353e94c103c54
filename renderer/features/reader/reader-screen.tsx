import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { routes } from '#shared/domain/routes.ts'
import { articleTrouble } from './article-trouble.ts'
import { Reader } from './reader.tsx'

/** An article, to be read and worked with: `/article/:articleId?at=start-end`. */
export function ReaderScreen() {
  const { articleId = '' } = useParams()
  const [isLeaving, setLeaving] = useState(false)
  // An article that is just being deleted must not be asked for once more.
  const article = useQuery(api.article.get.queryOptions({ input: { articleId }, enabled: !isLeaving }))
  // Without them the keys 1 to 8 would do nothing: the text is not shown before they mean something.
  const categories = useQuery(api.category.list.queryOptions())
  useDocumentTitle(article.data?.title ?? 'Article')
  const failed = articleTrouble(article) ?? (categories.data ? null : categories.error)
  if (failed) {
    return (
      <Screen width="text">
        <ErrorState
          error={failed}
          onRetry={() => void Promise.all([article.refetch(), categories.refetch()])}
          actions={
            <Button component={Link} to={routes.library} variant="subtle">
              To the library
            </Button>
          }
        />
      </Screen>
    )
  }
  if (!article.data || !categories.data) {
    return (
      <Screen width="text">
        <LoadingState label="Opening the article" lines={12} />
      </Screen>
    )
  }
  return <Reader key={article.data.id} article={article.data} onLeaving={setLeaving} />
}
