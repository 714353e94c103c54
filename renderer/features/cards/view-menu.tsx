import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { deckOfRule, setDeadline } from '#renderer/client/deadline.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { DeadlineDialog } from '#renderer/ui/deadline-dialog.tsx'
import { MoreMenu } from '#renderer/ui/page-title.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Deck } from '#shared/contract/deck.ts'
import type { BrowserView } from './browser-filters.tsx'
import { ruleOfView, viewInWords } from './saved-search.ts'

interface ViewMenuProps {
  readonly view: BrowserView
  readonly decks: readonly Deck[]
}

/** What can be made of the cards that the table's filter lets through: a deck, or a day by which to know them. */
export function ViewMenu({ view, decks }: ViewMenuProps) {
  const [isDeadlineOpen, setDeadlineOpen] = useState(false)
  const rule = ruleOfView(view, decks)
  const deck = rule ? deckOfRule(decks, rule) : undefined
  const create = useMutation(
    api.deck.create.mutationOptions({
      onSuccess: async ({ name }) => showUndoToast(`“${name}” is a deck now`, await holdUndo()),
      onError: showErrorToast,
    }),
  )
  return (
    <>
      <MoreMenu
        label="More for these cards"
        entries={[
          {
            label: 'Know these by a day',
            disabled: rule === null,
            onSelect: () => setDeadlineOpen(true),
          },
          {
            label: deck ? 'This is a deck already' : 'Make a deck of these',
            disabled: rule === null || deck !== undefined,
            onSelect: () => rule && create.mutate({ rule }),
          },
        ]}
      />
      {isDeadlineOpen && rule && (
        <DeadlineDialog
          what={viewInWords(view, decks)}
          deck={deck}
          onSave={(deadline) => setDeadline(rule, deadline)}
          onClose={() => setDeadlineOpen(false)}
        />
      )}
    </>
  )
}
