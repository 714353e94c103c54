import { formatDay, formatHost, formatReadingTime } from '#renderer/ui/format.ts'
import type { Article } from '#shared/contract/article.ts'
import classes from './article-head.module.css'

/** Beyond it a title is set smaller, so that the text begins on the first page. */
const LONG_TITLE_CHARS = 160

/** What stands over the text: title, where it comes from, by whom, when, and how long it takes. */
export function ArticleHead({ article, headingId }: { article: Article; headingId: string }) {
  const host = formatHost(article.url)
  const facts = [article.byline, formatDay(article.publishedOn), `${formatReadingTime(article.wordCount)} to read`]
  return (
    <header className={classes.head} dir="auto">
      <h1 id={headingId} className={classes.title} data-long={article.title.length > LONG_TITLE_CHARS}>
        {article.title}
      </h1>
      <p className={classes.facts}>
        {article.source && (
          <span className={classes.source} dir="auto">
            {article.source}
          </span>
        )}
        {facts.filter(Boolean).map((fact) => (
          <span key={fact} dir="auto">
            {fact}
          </span>
        ))}
        {host && article.url && (
          <a href={article.url} dir="ltr" target="_blank" rel="noreferrer noopener">
            {host}
          </a>
        )}
      </p>
    </header>
  )
}
