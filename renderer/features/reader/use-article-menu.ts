import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api, client } from '#renderer/client/api.ts'
import { exportNotes } from '#renderer/client/export-notes.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { saveFile } from '#renderer/ui/save-file.ts'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Article } from '#shared/contract/article.ts'
import { routes } from '#shared/domain/routes.ts'

/** What is done rarely with an article. `onLeaving` hears that it is on its way out, or that it stays after all. */
export function useArticleMenu(
  article: Article,
  onLeaving: (isLeaving: boolean) => void,
): {
  exportArticle: () => Promise<void>
  exportAs: () => void
  findNames: () => Promise<void>
  openOriginal: () => Promise<void>
  remove: () => Promise<void>
} {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const exportArticle = async () => {
    try {
      const file = await exportNotes({ articleIds: [article.id] })
      saveFile(file)
      showToast(`Exported as ${file.name}`)
    } catch (error) {
      showErrorToast(error)
    }
  }
  const exportAs = () => void navigate(`${routes.export}?article=${article.id}`)
  const findNames = async () => {
    try {
      const { extraction, entityCount, figureCount } = await client.article.extract({ articleId: article.id })
      if (extraction === 'failed')
        showToast('Names and figures could not be looked for. What was found before is kept.')
      else
        showToast(
          `Found ${formatCount(entityCount, 'name', 'names')} and ${formatCount(figureCount, 'figure', 'figures')}`,
        )
    } catch (error) {
      showErrorToast(error)
    }
  }
  const openOriginal = async () => {
    try {
      const { file } = await client.article.openOriginal({ articleId: article.id })
      if (file) saveFile(new File([file], article.originalName ?? file.name, { type: file.type }))
    } catch (error) {
      showErrorToast(error)
    }
  }
  const remove = async () => {
    try {
      onLeaving(true)
      await client.article.delete({ articleIds: [article.id] })
      // A list from before would still show it, and its preview would look for it.
      queries.removeQueries({ queryKey: api.article.list.key() })
      await navigate(routes.library)
      showUndoToast(`Deleted “${article.title}”`, await holdUndo())
    } catch (error) {
      onLeaving(false)
      showErrorToast(error)
    }
  }
  return { exportArticle, exportAs, findNames, openOriginal, remove }
}
