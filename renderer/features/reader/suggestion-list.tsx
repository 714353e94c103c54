import { type RefObject, useEffect, useRef, useState } from 'react'
import { client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { announce } from '#renderer/ui/announce.ts'
import type { CardDraft } from '#renderer/ui/card-editor.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Suggestion } from '#shared/contract/study.ts'
import parts from './panel-parts.module.css'
import classes from './suggestion-list.module.css'
import { SuggestionRow } from './suggestion-row.tsx'
import { focusRow, onRowKey } from './use-row-keys.ts'

/** Proposed cards to keep, to change or to dismiss: by their buttons, or by the keys of the row one is at. */
export function SuggestionList({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const list = useRef<HTMLUListElement>(null)
  const [editedId, setEditedId] = useState<string | null>(null)
  const { answered, answer } = useAnswers(suggestions)
  useFocusAfterEdit(list, editedId)
  const open = suggestions.filter((suggestion) => !answered.has(suggestion.id))
  const away = (suggestion: Suggestion, how: Answer) => {
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${suggestion.id}"]`) ?? null
    // The row goes away: whoever works by keyboard goes on with the next.
    if (list.current && row?.contains(document.activeElement)) focusRow(list.current, row, nextStep(list.current, row))
    setEditedId(null)
    void answer(suggestion, how)
  }
  const keep = (suggestion: Suggestion) => away(suggestion, { kind: 'keep' })
  const dismiss = (suggestion: Suggestion) => away(suggestion, { kind: 'dismiss' })
  const at = (act: (suggestion: Suggestion) => void) => (row: HTMLElement) => {
    const suggestion = open.find((item) => item.id === row.dataset.row)
    if (suggestion) act(suggestion)
  }
  if (open.length === 0) return null
  return (
    <>
      <h3 className={parts.group}>Proposed cards · {open.length}</h3>
      <ul
        ref={list}
        className={classes.list}
        aria-label="Proposed cards"
        onKeyDown={(event) =>
          onRowKey(event, {
            'panel.keep': at(keep),
            'panel.dismiss': at(dismiss),
            'panel.edit': at(({ id }) => setEditedId(id)),
          })
        }
      >
        {open.map((suggestion) => (
          <SuggestionRow
            key={suggestion.id}
            suggestion={suggestion}
            isEditing={suggestion.id === editedId}
            onKeep={() => keep(suggestion)}
            onEdit={() => setEditedId(suggestion.id)}
            onLeaveEdit={() => setEditedId(null)}
            onDismiss={() => dismiss(suggestion)}
            onSave={(draft) => away(suggestion, { kind: 'change', draft })}
          />
        ))}
      </ul>
    </>
  )
}

/** Who leaves the editor is back at the row that was edited. */
function useFocusAfterEdit(list: RefObject<HTMLUListElement | null>, editedId: string | null): void {
  const left = useRef<string | null>(null)
  useEffect(() => {
    const id = left.current
    left.current = editedId
    if (editedId === null && id !== null) list.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus()
  }, [list, editedId])
}

function nextStep(list: HTMLElement, row: HTMLElement): number {
  return [...list.querySelectorAll('[data-row]')].at(-1) === row ? -1 : 1
}

type Answer =
  | { readonly kind: 'keep' }
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'change'; readonly draft: CardDraft }

/** Sends answers; what was answered is gone from the list at once and comes back if it could not be stored. */
function useAnswers(suggestions: readonly Suggestion[]) {
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    // What the library has taken off the list need not be hidden any more: undo may bring it back.
    const listed = new Set<string>(suggestions.map(({ id }) => id))
    setAnswered((ids) =>
      [...ids].every((id) => listed.has(id)) ? ids : new Set([...ids].filter((id) => listed.has(id))),
    )
  }, [suggestions])
  const answer = async (suggestion: Suggestion, how: Answer) => {
    setAnswered((ids) => new Set([...ids, suggestion.id]))
    try {
      await send(suggestion, how)
      const words = how.kind === 'dismiss' ? 'Proposal dismissed.' : 'Card kept for your next review.'
      announce(words)
      showUndoToast(words, await holdUndo())
    } catch (error) {
      setAnswered((ids) => new Set([...ids].filter((id) => id !== suggestion.id)))
      showErrorToast(error)
    }
  }
  return { answered, answer }
}

async function send({ id }: Suggestion, how: Answer): Promise<void> {
  if (how.kind === 'dismiss') {
    await client.suggestion.dismiss({ suggestionId: id })
    return
  }
  if (how.kind === 'keep') {
    await client.suggestion.accept({ suggestionId: id })
    return
  }
  const { front, back, tags } = how.draft
  const card = await client.suggestion.accept({ suggestionId: id, front, ...(back.trim() === '' ? {} : { back }) })
  if (tags.length > 0) await client.card.update({ cardId: card.id, tags })
}
