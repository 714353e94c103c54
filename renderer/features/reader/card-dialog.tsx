import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '#renderer/client/api.ts'
import { CardEditor } from '#renderer/ui/card-editor.tsx'
import { showErrorToast, showToast } from '#renderer/ui/toast.tsx'
import { type CardRequest, useReader } from './reader-context.tsx'

interface CardDialogProps {
  readonly request: CardRequest
  readonly onClose: () => void
}

/** Writes a card from a passage. It stays open, with what was written, when the card could not be stored. */
export function CardDialog({ request, onClose }: CardDialogProps) {
  const { article, marks } = useReader()
  const tags = useQuery(api.tag.list.queryOptions()).data ?? []
  const save = async (draft: CardRequest['draft']) => {
    const { passage, annotationId } = request
    const place = passage ? { start: passage.start, end: passage.end } : {}
    const mark = annotationId ? { annotationId: marks.inLibrary(annotationId) } : {}
    try {
      const { bothWays, part: _, ...written } = draft
      const kind = bothWays ? 'reversed' : written.kind
      await client.card.create({ ...written, kind, articleId: article.id, ...place, ...mark })
      showToast('Card made. It will be asked in your next review.')
      onClose()
    } catch (error) {
      showErrorToast(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Make a card" size={560}>
      <CardEditor
        initial={request.draft}
        canChooseKind
        tagNames={tags.map((tag) => tag.name)}
        saveLabel="Make the card"
        onSave={(draft) => void save(draft)}
        onCancel={onClose}
      />
    </Modal>
  )
}
