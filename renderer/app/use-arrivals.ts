import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { showToast, showUndoToast } from '#renderer/ui/toast.tsx'

/** Says in passing what came from the folder that is watched, and offers to take it back. */
export function useArrivals(): void {
  const { data } = useQuery(api.watch.state.queryOptions())
  const told = useRef<number | null>(null)
  const arrivals = data?.arrivals
  useEffect(() => {
    if (!arrivals) return
    const since = told.current
    told.current = arrivals[0]?.atMs ?? 0
    // What came before this window was opened is in the settings.
    if (since === null) return
    const fresh = arrivals.filter(({ atMs }) => atMs > since)
    const imported = fresh.filter(({ outcome }) => outcome.kind === 'imported').length
    const failed = fresh.filter(({ outcome }) => outcome.kind === 'failed').length
    if (imported > 0) void offerUndo(`${formatCount(imported, 'article', 'articles')} came from the folder you watch`)
    else if (failed > 0) showToast('A file of the folder you watch could not be imported. Settings say why.')
  }, [arrivals])
}

async function offerUndo(message: string): Promise<void> {
  const { undo } = await client.history.state()
  if (undo?.kind === 'article.import') showUndoToast(message, await holdUndo())
  else showToast(message)
}
