import { useMutation } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { HistoryStep } from '#shared/contract/library.ts'

/** Undo and redo by key, told in passing. */
export function useHistoryCommands(): { undo: () => void; redo: () => void } {
  const { mutate: undo } = useMutation(
    api.history.undo.mutationOptions({ onSuccess: ({ step }) => tell(step, 'Undone', 'Nothing to undo') }),
  )
  const { mutate: redo } = useMutation(
    api.history.redo.mutationOptions({ onSuccess: ({ step }) => tell(step, 'Done again', 'Nothing to redo') }),
  )
  useCommands({ undo: () => undo(), redo: () => redo() })
  return { undo: () => undo(), redo: () => redo() }
}

function tell(step: HistoryStep, verb: string, nothing: string): void {
  showToast(step ? `${verb}: ${step.label}` : nothing)
}
