import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { emptyDraft } from '#renderer/ui/card-editor.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import type { Card } from '#shared/contract/study.ts'
import { plainLine } from '#shared/domain/card-line.ts'
import { clozePlain } from '#shared/domain/cloze.ts'
import { cardPath } from '#shared/domain/routes.ts'
import { cardsQuery, suggestionsQuery } from './article-queries.ts'
import classes from './cards-tab.module.css'
import { ExtractionNote, isSearched } from './extraction-note.tsx'
import parts from './panel-parts.module.css'
import { useReader } from './reader-context.tsx'
import { SuggestionList } from './suggestion-list.tsx'
import { onRowKey } from './use-row-keys.ts'

/** Cards proposed from the article, and those it has already. */
export function CardsTab() {
  const { article, writeCard } = useReader()
  const suggestions = useQuery(suggestionsQuery(article.id))
  const cards = useQuery(cardsQuery(article.id))
  const error = suggestions.error ?? cards.error
  if (error) return <ErrorState error={error} />
  return (
    <div className={classes.cards}>
      <ExtractionNote article={article} />
      {suggestions.data && suggestions.data.length > 0 && <SuggestionList suggestions={suggestions.data} />}
      {suggestions.data?.length === 0 && article.extraction === 'done' && isSearched(article) && (
        <p className={parts.state}>No more cards are proposed from this text.</p>
      )}
      <div className={classes.head}>
        <h3 className={parts.group}>Cards from this article · {cards.data?.length ?? 0}</h3>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.6} />}
          onClick={() => writeCard({ draft: emptyDraft, passage: null, annotationId: null })}
        >
          Write one
        </Button>
      </div>
      {cards.data && cards.data.length > 0 && (
        <ul className={classes.list} onKeyDown={onRowKey} aria-label="Cards from this article">
          {cards.data.map((card) => (
            <CardRow key={card.id} card={card} />
          ))}
        </ul>
      )}
    </div>
  )
}

function CardRow({ card }: { card: Card }) {
  const { show } = useReader()
  const { start, end } = card.evidence
  return (
    <li className={classes.card}>
      <Link to={cardPath(card.id)} data-row={card.id} className={classes.question}>
        {plainLine(card.kind === 'cloze' ? clozePlain(card.front) : card.front)}
      </Link>
      {start !== null && end !== null && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => show({ start, end })}>
          Passage
        </Button>
      )}
    </li>
  )
}
