import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { firstWithout, makeContrast } from '#renderer/client/contrast.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { ConfusedNote } from '#renderer/ui/confused-note.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { Confusion } from '#shared/contract/confusion.ts'
import type { Card } from '#shared/contract/study.ts'

/** What a card that is forgotten again and again is confused with, and a card against that in one key. */
export function LeechNote({ card }: { readonly card: Card }) {
  const confusions = useQuery(api.confusion.ofCard.queryOptions({ input: { cardId: card.id } })).data ?? []
  const make = (confusion: Confusion | undefined) => {
    if (!confusion) return
    makeContrast(confusion).then(async (isNew) => {
      if (isNew) showUndoToast('Contrast card made', await holdUndo())
    }, showErrorToast)
  }
  useCommands({ 'review.contrast': () => make(firstWithout(confusions)) })
  return <ConfusedNote confusions={confusions} command="review.contrast" onContrast={make} />
}
