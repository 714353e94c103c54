import { Modal } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { draftCard } from '#renderer/anchoring/draft-card.ts'
import { api, client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { type CardDraft, CardEditor } from '#renderer/ui/card-editor.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import { escapeMarkdown } from '#shared/text/escape-markdown.ts'

interface MarkCardDialogProps {
  readonly mark: Annotation
  readonly onClose: () => void
}

/** Writes a card from a mark. It stays open, with what was written, when the card could not be stored. */
export function MarkCardDialog({ mark, onClose }: MarkCardDialogProps) {
  const { articleId, start, end } = mark
  const passage = start === null || end === null ? null : { start, end }
  const article = useQuery(api.article.get.queryOptions({ input: passage ? { articleId } : skipToken })).data
  const tags = useQuery(api.tag.list.queryOptions()).data ?? []
  const save = async ({ bothWays, part: _, ...written }: CardDraft) => {
    try {
      const kind = bothWays ? 'reversed' : written.kind
      await client.card.create({ ...written, kind, articleId, annotationId: mark.id, ...passage })
      showUndoToast('Card made', await holdUndo())
      onClose()
    } catch (error) {
      showErrorToast(error)
    }
  }
  const initial =
    passage && article
      ? draftCard(article.text, article.blocks, passage)
      : { kind: 'basic' as const, front: '', back: escapeMarkdown(mark.quote), tags: [] }
  return (
    <Modal opened onClose={onClose} title="Make a card" size={560}>
      {passage && !article ? (
        <LoadingState label="Fetching the passage" lines={3} />
      ) : (
        <CardEditor
          initial={{ ...initial, tags: [...mark.tags] }}
          canChooseKind
          tagNames={tags.map(({ name }) => name)}
          saveLabel="Make the card"
          onSave={(draft) => void save(draft)}
          onCancel={onClose}
        />
      )}
    </Modal>
  )
}
