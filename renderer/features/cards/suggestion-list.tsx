import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { KeysOf } from '#renderer/ui/keys.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { SuggestionId } from '#shared/domain/ids.ts'
import { routes } from '#shared/domain/routes.ts'
import { KeepSeveral } from './keep-several.tsx'
import { SuggestionCard } from './suggestion-card.tsx'
import classes from './suggestion-list.module.css'
import { useSuggestions } from './use-suggestions.ts'

/** Cards proposed from all articles, to be kept, rewritten or dismissed one after the other. */
export function SuggestionList() {
  const list = useSuggestions()
  const cursor = useListCursor(list.items.length)
  const [editedId, setEditedId] = useState<SuggestionId | null>(null)
  const [isMany, setMany] = useState(false)
  const active = list.items[cursor.index]
  const onActive = (act: (suggestion: NonNullable<typeof active>) => void) => () => {
    if (active && editedId === null) act(active)
  }
  useCommands({
    'cards.next': cursor.next,
    'cards.previous': cursor.previous,
    'suggestions.accept': onActive((suggestion) => list.accept(suggestion)),
    'suggestions.many': () => setMany(list.items.length > 0),
    'suggestions.dismiss': onActive((suggestion) => list.dismiss(suggestion)),
    'cards.edit': onActive((suggestion) => setEditedId(suggestion.id)),
  })
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.isPending) return <LoadingState label="Fetching the suggestions" />
  if (list.items.length === 0) return <NoSuggestions />
  return (
    <>
      <p className={classes.keys}>
        <KeysOf id="suggestions.accept" /> keep <KeysOf id="cards.edit" /> edit <KeysOf id="suggestions.dismiss" />{' '}
        dismiss <KeysOf id="cards.next" /> <KeysOf id="cards.previous" /> move <KeysOf id="undo" /> undo
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.many ?? ''}
          onClick={() => setMany(true)}
          rightSection={<KeysOf id="suggestions.many" />}
        >
          Keep several
        </Button>
      </p>
      <div className={classes.list}>
        <VirtualList
          items={list.items}
          label="Suggestions"
          itemKey={(suggestion) => suggestion.id}
          renderItem={(suggestion, index) => (
            <SuggestionCard
              suggestion={suggestion}
              isActive={index === cursor.index}
              isEditing={suggestion.id === editedId}
              onActivate={() => cursor.moveTo(index)}
              onAccept={(draft) => {
                setEditedId(null)
                list.accept(suggestion, draft)
              }}
              onDismiss={() => list.dismiss(suggestion)}
              onEdit={() => setEditedId(suggestion.id)}
              onEditEnd={() => setEditedId(null)}
            />
          )}
          estimateHeightPx={124}
          activeIndex={cursor.index}
          total={list.total}
          onEndReached={list.more}
        />
      </div>
      {isMany && <KeepSeveral suggestions={list.items} onClose={() => setMany(false)} />}
    </>
  )
}

function NoSuggestions() {
  return (
    <EmptyState
      title="No suggestions"
      actions={
        <Button component={Link} to={routes.library} variant="default">
          Go to the library
        </Button>
      }
    >
      Each article you import brings a few: who somebody is, how many there were, who said it.
    </EmptyState>
  )
}
