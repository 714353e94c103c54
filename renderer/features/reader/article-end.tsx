import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { formatCount } from '#renderer/ui/format.ts'
import type { Article } from '#shared/contract/article.ts'
import { articlePath, bookPath, practicePath } from '#shared/domain/routes.ts'
import classes from './article-end.module.css'
import { suggestionsQuery } from './article-queries.ts'
import { useReader } from './reader-context.tsx'

interface ChaptersProps {
  readonly chapter: NonNullable<Article['chapter']>
}

/** The chapters before and after this one, and all of its book. */
function Chapters({ chapter: { bookId, title, number, chapters, previousId, nextId } }: ChaptersProps) {
  return (
    <nav className={classes.chapters} aria-label="Chapters">
      {previousId && (
        <Button component={Link} to={articlePath(previousId)} variant="default" size="compact-md">
          Chapter before
        </Button>
      )}
      <Link to={bookPath(bookId)} className={classes.book}>
        {title}, {number} of {chapters}
      </Link>
      {nextId && (
        <Button component={Link} to={articlePath(nextId)} variant="default" size="compact-md">
          Next chapter
        </Button>
      )}
    </nav>
  )
}

/** Where the text ends: what can be taken from it. */
export function ArticleEnd({ onCards }: { onCards: () => void }) {
  const { article } = useReader()
  const count = useQuery(suggestionsQuery(article.id)).data?.length ?? 0
  const cards = useQuery(api.card.list.queryOptions({ input: { articleId: article.id, limit: 1 } })).data?.total ?? 0
  const hasQuestions = count + cards > 0
  return (
    <footer className={classes.end}>
      {article.chapter && <Chapters chapter={article.chapter} />}
      {count > 0 && (
        <Button variant="subtle" size="compact-md" onClick={onCards}>
          Look at {formatCount(count, 'proposed card', 'proposed cards')}
        </Button>
      )}
      {hasQuestions && (
        <Button component={Link} to={practicePath({ articleId: article.id })} variant="subtle" size="compact-md">
          Practise this article
        </Button>
      )}
    </footer>
  )
}
