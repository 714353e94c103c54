import type { DragEvent } from 'react'
import { client } from '#renderer/client/api.ts'
import { linkToPlace } from '#renderer/client/place.ts'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import type { ArticleSummary } from '#shared/contract/article.ts'
import { articlePath } from '#shared/domain/routes.ts'

/** An article that is dragged: out of the desktop app as a file with its notes, out of a browser as a link to it. */
export function dragArticle(event: DragEvent, { id, title }: Pick<ArticleSummary, 'id' | 'title'>): void {
  if (window.dossierHost?.kind === 'electron') {
    event.preventDefault()
    client.desktop.dragOut({ articleId: id }).catch(showErrorToast)
    return
  }
  const link = linkToPlace(articlePath(id))
  event.dataTransfer.effectAllowed = 'copyLink'
  event.dataTransfer.setData('text/uri-list', link)
  event.dataTransfer.setData('text/plain', `[${title.replace(/([\\[\]])/g, '\\$1')}](${link})`)
}
