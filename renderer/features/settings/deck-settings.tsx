import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { planInWords } from '#renderer/ui/deck-words.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { MoreMenu } from '#renderer/ui/page-title.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Deck } from '#shared/contract/deck.ts'
import { reviewPath } from '#shared/domain/routes.ts'
import { DeckDialog } from './deck-dialog.tsx'
import { useIsLookedFor } from './find-context.ts'
import { SettingSection } from './setting-row.tsx'
import classes from './settings-screen.module.css'

const kindNames: Record<Deck['rule']['kind'], string> = {
  rest: 'All cards that no other deck takes',
  tag: 'Tag',
  article: 'Article',
  entity: 'About',
  category: 'Made from marks of',
  search: 'Search',
}

/** Decks: which cards are studied alike, with limits, retention and a deadline of their own. */
export function DeckSettings() {
  const decks = useQuery(api.deck.list.queryOptions({ input: {} })).data?.items ?? []
  const navigate = useNavigate()
  const [edited, setEdited] = useState<Deck | 'new' | null>(null)
  const isShown = useIsLookedFor(`decks deadline exam limits tag retention ${decks.map(({ name }) => name).join(' ')}`)
  const move = useMutation(api.deck.move.mutationOptions({ onError: showErrorToast }))
  const remove = useMutation(
    api.deck.remove.mutationOptions({
      onSuccess: async () => showUndoToast('Deck removed; its cards stay', await holdUndo()),
      onError: showErrorToast,
    }),
  )
  if (!isShown) return null
  return (
    <SettingSection title="Decks">
      <div data-setting>
        <p className={classes.help}>
          A card belongs to the first deck it fits. A deck can have limits of its own, or a day by which you want to
          know it.
        </p>
        <ul className={classes.decks}>
          {decks.map((deck, index) => {
            const before = decks[index - 1]
            return (
              <li key={deck.id} className={classes.deck}>
                <div className={classes.about}>
                  <div className={classes.label}>{deck.name}</div>
                  <div className={classes.help}>{deckInWords(deck)}</div>
                  {deck.deadline && <div className={classes.help}>{planInWords(deck)}</div>}
                </div>
                <Button variant="default" size="xs" aria-label={`Change ${deck.name}`} onClick={() => setEdited(deck)}>
                  Change
                </Button>
                {deck.rule.kind === 'rest' ? (
                  <span />
                ) : (
                  <MoreMenu
                    label={`More for ${deck.name}`}
                    entries={[
                      {
                        label: 'Move up',
                        disabled: before === undefined,
                        onSelect: () => before && move.mutate({ deckId: deck.id, beforeId: before.id }),
                      },
                      { label: 'Review this deck alone', onSelect: () => void navigate(reviewPath(deck.id)) },
                      { label: 'Remove', danger: true, onSelect: () => remove.mutate({ deckId: deck.id }) },
                    ]}
                  />
                )}
              </li>
            )
          })}
        </ul>
        <Button variant="default" onClick={() => setEdited('new')}>
          New deck
        </Button>
      </div>
      {edited && <DeckDialog deck={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </SettingSection>
  )
}

function deckInWords({ rule, ruleLabel, cardCount, dueCount, newCount }: Deck): string {
  const what = rule.kind === 'rest' ? kindNames.rest : `${kindNames[rule.kind]} “${ruleLabel}”`
  return `${what}: ${formatCount(cardCount, 'card', 'cards')}, ${dueCount} due, ${newCount} new today`
}
