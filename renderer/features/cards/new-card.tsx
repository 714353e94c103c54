import { Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { announce } from '#renderer/ui/announce.ts'
import { type CardDraft, CardEditor, emptyDraft } from '#renderer/ui/card-editor.tsx'
import { showErrorToast, showToast } from '#renderer/ui/toast.tsx'
import type { Card } from '#shared/contract/study.ts'

/** A card written by hand; it lies open in the list afterwards. */
export function NewCard({ onClose }: { onClose: () => void }) {
  const [, setParams] = useSearchParams()
  const tags = useQuery(api.tag.list.queryOptions())
  const [written, setWritten] = useState({ count: 0, next: emptyDraft })
  const create = useMutation(api.card.create.mutationOptions({ onError: showErrorToast }))
  const make = ({ bothWays, part: _, ...draft }: CardDraft, onSuccess: (card: Card) => void) =>
    create.mutate({ ...draft, kind: bothWays ? 'reversed' : draft.kind }, { onSuccess })
  const save = (draft: CardDraft) =>
    make(draft, (card) => {
      announce('Card made')
      setParams({ card: card.id }, { replace: true })
      onClose()
    })
  // The kind and the tags stay: the next card is most often of the same sort.
  const saveMore = (draft: CardDraft) =>
    make(draft, () => {
      showToast('Card made')
      setWritten(({ count }) => ({ count: count + 1, next: { ...draft, front: '', back: '' } }))
    })
  return (
    <Modal opened onClose={onClose} title="Write a card" size="lg" closeOnEscape={false}>
      <CardEditor
        key={written.count}
        initial={written.next}
        canChooseKind
        tagNames={tags.data?.map((tag) => tag.name) ?? []}
        saveLabel="Make card"
        onSave={save}
        onSaveMore={saveMore}
        onCancel={onClose}
      />
    </Modal>
  )
}
