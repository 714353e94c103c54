import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { announce } from '#renderer/ui/announce.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { ArticleMemory } from '#shared/contract/recall.ts'
import { type Remembered, rememberedThings } from './memory-drawing.ts'
import type { Finds } from './use-finds.ts'

/** How well what the article names is remembered, and how to learn what is new in it. */
export interface Memory {
  /** Every name and figure with its state; null until it is known. */
  readonly things: readonly Remembered[] | null
  readonly makeCards: () => void
  readonly isMaking: boolean
}

/** The memory of what an article names. `finds` must be those of the same article. Not asked for before `enabled`. */
export function useMemory(articleId: string, finds: Finds, enabled: boolean): Memory {
  const { data } = useQuery(api.recall.inArticle.queryOptions({ input: { articleId }, enabled }))
  const { mentions, figures } = finds
  const things = useMemo(
    () => (data === undefined ? null : rememberedThings(mentions, figures, statesOf(data))),
    [data, mentions, figures],
  )
  const making = useMutation(
    api.recall.makeCards.mutationOptions({
      onSuccess: async (outcome) => {
        const words = outcomeInWords(outcome)
        announce(words)
        if (outcome.made === 0) showToast(words)
        else showUndoToast(words, await holdUndo())
      },
      onError: showErrorToast,
    }),
  )
  return {
    things,
    makeCards: () => {
      if (!making.isPending) making.mutate({ articleId })
    },
    isMaking: making.isPending,
  }
}

function statesOf({ entities, figures }: ArticleMemory) {
  return new Map<string, 'known' | 'fading' | 'forgotten' | 'waiting'>([
    ...entities.map(({ entityId, state }) => [entityId, state] as const),
    ...figures.map(({ figureId, state }) => [figureId, state] as const),
  ])
}

function outcomeInWords({ made, left, unfit }: { made: number; left: number; unfit: number }): string {
  const rest = [
    left > 0 && `${left} more can be made the same way.`,
    unfit > 0 && `${formatCount(unfit, 'name or figure stands', 'names or figures stand')} in no sentence to ask with.`,
  ]
  const first =
    made > 0 ? `${formatCount(made, 'card', 'cards')} made of what is new.` : 'Nothing new to make cards of.'
  return [first, ...rest].filter(Boolean).join(' ')
}
