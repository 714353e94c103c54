import { useEffect } from 'react'

/** Names the window after the screen while it is shown: `Library · Dossier`. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Dossier' : `${title} · Dossier`
  }, [title])
}
