import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { formatCount, formatDay, formatHost, formatNumber, formatWhen } from '#renderer/ui/format.ts'
import { type MenuEntry, MoreMenu } from '#renderer/ui/page-title.tsx'
import type { ArticleSummary } from '#shared/contract/article.ts'
import { READ_FROM } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { articlePath, dossierPath } from '#shared/domain/routes.ts'
import { readingState } from './article-row.tsx'
import { leadOf } from './lead.ts'
import classes from './preview.module.css'

const LEAD_CHARS = 900
const NAMES = 10
/** Holding an arrow key runs through the list without opening each text. */
const RESTS_AFTER_MS = 120

interface PreviewProps {
  readonly article: ArticleSummary
  readonly menu: readonly MenuEntry[]
}

/** The article the list stands on: what it is, how it begins, who is in it. */
export function Preview({ article, menu }: PreviewProps) {
  const [restedId] = useDebouncedValue(article.id, RESTS_AFTER_MS)
  return (
    <aside className={classes.preview} aria-label="Preview">
      <header className={classes.header}>
        <h2 className={classes.title}>{article.title}</h2>
        <p className={classes.about}>{aboutLine(article)}</p>
      </header>
      <div className={classes.actions}>
        <Button component={Link} to={articlePath(article.id)}>
          {article.progress > 0 && article.progress < READ_FROM ? 'Read on' : 'Read'}
        </Button>
        <MoreMenu entries={menu} label="More for the previewed article" />
      </div>
      {restedId === article.id && <Beginning articleId={article.id} />}
      {restedId === article.id && article.entityCount > 0 && <Names articleId={article.id} />}
      <Facts article={article} />
    </aside>
  )
}

function aboutLine(article: ArticleSummary): string {
  return [article.byline, article.source ?? formatHost(article.url), formatDay(article.publishedOn)]
    .filter(Boolean)
    .join(' · ')
}

function Beginning({ articleId }: { readonly articleId: ArticleId }) {
  const { data } = useQuery(
    api.article.get.queryOptions({
      input: { articleId },
      // A text never changes. Under a key of its own it is not asked for again while an import is taken back, when the
      // article is gone before the list knows.
      queryKey: ['preview', articleId],
      gcTime: 60_000,
    }),
  )
  if (!data) return null
  const lead = leadOf(data.text, data.blocks, LEAD_CHARS)
  return (
    <div className={classes.lead} lang={data.language ?? undefined}>
      {lead.map((paragraph) => (
        <p key={paragraph.start}>{paragraph.text}</p>
      ))}
    </div>
  )
}

function Names({ articleId }: { readonly articleId: ArticleId }) {
  const { data } = useQuery(api.entity.list.queryOptions({ input: { articleId, limit: NAMES } }))
  if (!data || data.items.length === 0) return null
  const more = data.total - data.items.length
  return (
    <section className={classes.names}>
      <h3 className={classes.heading}>In it</h3>
      <p>
        {data.items.map((entity, place) => (
          <Fragment key={entity.id}>
            {place > 0 && ', '}
            <Link to={dossierPath(entity.id)} className={classes.entity} data-kind={entity.kind}>
              {entity.name}
            </Link>
          </Fragment>
        ))}
        {more > 0 && ` and ${formatNumber(more)} more`}
      </p>
    </section>
  )
}

function Facts({ article }: { readonly article: ArticleSummary }) {
  const facts = [
    ['Length', formatCount(article.wordCount, 'word', 'words')],
    ['Reading', readingState(article.progress)],
    ['Marks', formatNumber(article.annotationCount)],
    ['Cards', formatNumber(article.cardCount)],
    ['Added', formatWhen(article.importedAtMs, Date.now())],
  ] as const
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
