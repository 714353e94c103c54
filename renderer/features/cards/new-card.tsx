import { Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { announce } from '#renderer/ui/announce.ts'
import { CardEditor, emptyDraft } from '#renderer/ui/card-editor.tsx'
import { showErrorToast } from '#renderer/ui/toast.tsx'

/** A card written by hand; it lies open in the list afterwards. */
export function NewCard({ onClose }: { onClose: () => void }) {
  const [, setParams] = useSearchParams()
  const tags = useQuery(api.tag.list.queryOptions())
  const create = useMutation(
    api.card.create.mutationOptions({
      onSuccess: (card) => {
        announce('Card made')
        setParams({ card: card.id }, { replace: true })
        onClose()
      },
      onError: showErrorToast,
    }),
  )
  return (
    <Modal opened onClose={onClose} title="Write a card" size="lg" closeOnEscape={false}>
      <CardEditor
        initial={emptyDraft}
        canChooseKind
        tagNames={tags.data?.map((tag) => tag.name) ?? []}
        saveLabel="Make card"
        onSave={({ bothWays, part: _, ...draft }) =>
          create.mutate({ ...draft, kind: bothWays ? 'reversed' : draft.kind })
        }
        onCancel={onClose}
      />
    </Modal>
  )
}
