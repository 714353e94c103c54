import { useMutation } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { actionsStored } from '#renderer/client/stored-actions.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { HistoryStep } from '#shared/contract/library.ts'

/** Undo and redo by key, told in passing. What was done shows before it is stored: they wait for that. */
export function useHistoryCommands(): { undo: () => void; redo: () => void } {
  const { mutate: undo } = useMutation(
    api.history.undo.mutationOptions({ onSuccess: ({ step }) => tell(step, 'Undone', 'Nothing to undo') }),
  )
  const { mutate: redo } = useMutation(
    api.history.redo.mutationOptions({ onSuccess: ({ step }) => tell(step, 'Done again', 'Nothing to redo') }),
  )
  const commands = {
    undo: () => void actionsStored().then(() => undo()),
    redo: () => void actionsStored().then(() => redo()),
  }
  useCommands(commands)
  return commands
}

function tell(step: HistoryStep, verb: string, nothing: string): void {
  showToast(step ? `${verb}: ${step.label}` : nothing)
}
