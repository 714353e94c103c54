import { Loader } from '@mantine/core'
import type { Article } from '#shared/contract/article.ts'
import { languageName } from './language-name.ts'
import classes from './panel-parts.module.css'

/** Why there is nothing to list, as long as it is not simply that nothing was found; null then. */
export function ExtractionNote({ article }: { article: Article }) {
  if (article.extraction === 'waiting') {
    return (
      <p className={classes.state} role="status">
        <Loader size="xs" /> Looking for names and figures…
      </p>
    )
  }
  if (article.extraction === 'failed') {
    return (
      <p className={classes.state} role="status">
        Names and figures could not be looked for in this text. Reading, marking and notes work as always.
      </p>
    )
  }
  if (isSearched(article)) return null
  return (
    <p className={classes.state} role="status">
      This text is in {languageName(article.language ?? '')}. Names are looked for in English texts only.
    </p>
  )
}

/** Whether names are looked for in the article's language; an unknown language is read as English. */
export function isSearched(article: Pick<Article, 'language'>): boolean {
  return article.language === null || /^en\b/i.test(article.language)
}
