import { useNavigate } from 'react-router'
import { client } from '#renderer/client/api.ts'
import { exportNotes } from '#renderer/client/export-notes.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { saveFile } from '#renderer/ui/save-file.ts'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Article } from '#shared/contract/article.ts'
import { routes } from '#shared/domain/routes.ts'

/** What is done rarely with an article. */
export function useArticleMenu(article: Article): { exportArticle: () => Promise<void>; remove: () => Promise<void> } {
  const navigate = useNavigate()
  const exportArticle = async () => {
    try {
      const file = await exportNotes({ articleIds: [article.id] })
      saveFile(file)
      showToast(`Exported as ${file.name}`)
    } catch (error) {
      showErrorToast(error)
    }
  }
  const remove = async () => {
    try {
      // First away from it: an open article would be asked for once more and not be found.
      await navigate(routes.library)
      await client.article.delete({ articleIds: [article.id] })
      showUndoToast(`Deleted “${article.title}”`, await holdUndo())
    } catch (error) {
      showErrorToast(error)
    }
  }
  return { exportArticle, remove }
}
