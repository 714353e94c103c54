import { useMutation } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { makeContrast } from '#renderer/client/contrast.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import type { CardDraft } from '#renderer/ui/card-editor.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Confusion } from '#shared/contract/confusion.ts'
import type { Card } from '#shared/contract/study.ts'

/** What can be done with a card; each is one action that can be undone. */
export interface CardActions {
  readonly save: (draft: CardDraft, onSaved: () => void) => void
  readonly toggleSuspended: () => void
  readonly bury: () => void
  readonly remove: () => void
  /** Makes the card that tells apart two who are confused. */
  readonly contrast: (confusion: Confusion | undefined) => void
}

/** The actions on `card`. `onRemoved` is called when it is about to go. */
export function useCardActions(card: Card, onRemoved: () => void): CardActions {
  const onError = showErrorToast
  const update = useMutation(api.card.update.mutationOptions({ onError }))
  const suspend = useMutation(
    api.card.suspend.mutationOptions({
      onSuccess: ({ suspended }) => offerUndo(suspended ? 'Set aside: it is not asked any more' : 'It is asked again'),
      onError,
    }),
  )
  const bury = useMutation(
    api.card.bury.mutationOptions({ onSuccess: () => offerUndo('Hidden until tomorrow'), onError }),
  )
  const remove = useMutation(
    api.card.remove.mutationOptions({
      onSuccess: () => offerUndo('Card deleted'),
      onError,
    }),
  )
  const cardId = card.id
  return {
    save: ({ front, back, tags, typed }, onSaved) =>
      update.mutate({ cardId, front, back, tags, typed }, { onSuccess: onSaved }),
    toggleSuspended: () => suspend.mutate({ cardId, suspended: !card.suspended }),
    bury: () => bury.mutate({ cardId }),
    contrast: (confusion) => {
      if (confusion)
        makeContrast(confusion).then((isNew) => (isNew ? offerUndo('Contrast card made') : undefined), showErrorToast)
    },
    remove: () => {
      // First away from it: what shows a card asks for it again as soon as it has changed.
      onRemoved()
      remove.mutate({ cardIds: [cardId] })
    },
  }
}

async function offerUndo(message: string): Promise<void> {
  showUndoToast(message, await holdUndo())
}
