import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { useImportAccess } from '#renderer/features/library/import-desk.tsx'
import { LibraryScreen } from '#renderer/features/library/library-screen.tsx'
import { usePasteAnywhere } from '#renderer/features/library/use-paste-anywhere.ts'
import { Welcome } from '#renderer/features/welcome/welcome.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import type { MenuEntry } from '#renderer/ui/page-title.tsx'
import { showUndoToast } from '#renderer/ui/toast.tsx'
import { routes } from '#shared/domain/routes.ts'

/** The library, or a welcome while it is empty. */
export function LibraryRoom() {
  const info = useQuery(api.library.info.queryOptions())
  const starter = useStarter()
  const { chooseFolder } = useImportAccess()
  const navigate = useNavigate()
  if (info.error && !info.data) return <ErrorState error={info.error} onRetry={() => void info.refetch()} />
  if (!info.data) return null
  if (info.data.articleCount === 0) {
    return <EmptyRoom isFirstTime={!info.data.starterAnswered} isAdding={starter.isAdding} onAddStarter={starter.add} />
  }
  const menu: MenuEntry[] = [
    info.data.starterCount > 0
      ? { label: 'Remove the starter briefings', onSelect: starter.remove }
      : { label: 'Add the starter briefings', onSelect: starter.add },
    { label: 'Articles that are there twice…', onSelect: () => void navigate(routes.duplicates) },
    { label: 'Import a folder…', onSelect: chooseFolder },
    { label: 'Export…', onSelect: () => void navigate(routes.export) },
  ]
  return <LibraryScreen menu={menu} />
}

interface EmptyRoomProps {
  readonly isFirstTime: boolean
  readonly isAdding: boolean
  readonly onAddStarter: () => void
}

function EmptyRoom({ isFirstTime, isAdding, onAddStarter }: EmptyRoomProps) {
  const access = useImportAccess()
  const { mutate: decline } = useMutation(api.library.declineStarter.mutationOptions())
  usePasteAnywhere(access)
  return (
    <Welcome
      isFirstTime={isFirstTime}
      isAdding={isAdding}
      onAddStarter={onAddStarter}
      onDeclineStarter={() => decline({})}
      onChooseFiles={access.chooseFiles}
      onPaste={() => access.pasteText()}
    />
  )
}

function useStarter() {
  const add = useMutation(
    api.library.addStarter.mutationOptions({
      onSuccess: async ({ added }) => {
        showUndoToast(`${formatCount(added, 'briefing', 'briefings')} added`, await holdUndo())
      },
    }),
  )
  const remove = useMutation(
    api.library.removeStarter.mutationOptions({
      onSuccess: async ({ removed }) => {
        showUndoToast(`${formatCount(removed, 'briefing', 'briefings')} removed`, await holdUndo())
      },
    }),
  )
  return { add: () => add.mutate({}), isAdding: add.isPending, remove: () => remove.mutate({}) }
}
