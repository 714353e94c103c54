import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { routes } from '#shared/domain/routes.ts'
import { articleTrouble } from './article-trouble.ts'
import type { Beside } from './beside.ts'
import { Reader } from './reader.tsx'
import type { ReaderSide } from './use-reader-model.ts'

interface ReaderPaneProps {
  readonly articleId: string
  readonly side: ReaderSide
  readonly beside: Beside
}

/** One article, from asking for it to showing it or what went wrong. */
export function ReaderPane({ articleId, side, beside }: ReaderPaneProps) {
  const [isLeaving, setLeaving] = useState(false)
  // An article that is just being deleted must not be asked for once more.
  const article = useQuery(api.article.get.queryOptions({ input: { articleId }, enabled: !isLeaving }))
  // Without them the keys 1 to 8 would do nothing: the text is not shown before they mean something.
  const categories = useQuery(api.category.list.queryOptions())
  const failed = articleTrouble(article) ?? (categories.data ? null : categories.error)
  if (failed) {
    return (
      <Screen width="text">
        <ErrorState
          error={failed}
          onRetry={() => void Promise.all([article.refetch(), categories.refetch()])}
          actions={
            beside.close ? (
              <Button variant="subtle" onClick={beside.close}>
                Close it
              </Button>
            ) : (
              <Button component={Link} to={routes.library} variant="subtle">
                To the library
              </Button>
            )
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
  return <Reader key={article.data.id} article={article.data} onLeaving={setLeaving} side={side} beside={beside} />
}
