import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { deckOfRule, setDeadline } from '#renderer/client/deadline.ts'
import { DeadlineDialog } from '#renderer/ui/deadline-dialog.tsx'
import type { Article } from '#shared/contract/article.ts'

/** The day by which one wants to know an article. */
export function ArticleDeadline({ article, onClose }: { readonly article: Article; readonly onClose: () => void }) {
  const decks = useQuery(api.deck.list.queryOptions({ input: {} })).data?.items
  const rule = { kind: 'article', value: article.id } as const
  if (!decks) return null
  return (
    <DeadlineDialog
      what={article.title}
      deck={deckOfRule(decks, rule)}
      onSave={(deadline) => setDeadline(rule, deadline)}
      onClose={onClose}
    />
  )
}
