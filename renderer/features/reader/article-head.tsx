import { formatDay, formatHost, formatReadingTime } from '#renderer/ui/format.ts'
import type { Article } from '#shared/contract/article.ts'
import classes from './article-head.module.css'

/** What stands over the text: title, where it comes from, by whom, when, and how long it takes. */
export function ArticleHead({ article, headingId }: { article: Article; headingId: string }) {
  const host = formatHost(article.url)
  const facts = [article.byline, formatDay(article.publishedOn), `${formatReadingTime(article.wordCount)} to read`]
  return (
    <header className={classes.head}>
      <h1 id={headingId} className={classes.title} dir="auto">
        {article.title}
      </h1>
      <p className={classes.facts}>
        {article.source && <span className={classes.source}>{article.source}</span>}
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {host && article.url && (
          <a href={article.url} target="_blank" rel="noreferrer noopener">
            {host}
          </a>
        )}
      </p>
    </header>
  )
}
