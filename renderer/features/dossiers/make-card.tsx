import { Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { type CardDraft, CardEditor } from '#renderer/ui/card-editor.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Dossier } from '#shared/contract/entity.ts'

interface MakeCardProps {
  readonly dossier: Dossier
  readonly onClose: () => void
}

/** A card on the entity, begun with what the dossier knows; its passage is where the role, or else the name, stands. */
export function MakeCard({ dossier, onClose }: MakeCardProps) {
  const tags = useQuery(api.tag.list.queryOptions())
  const mentions = useQuery(api.entity.mentions.queryOptions({ input: { entityId: dossier.id, limit: 1 } }))
  const place = dossier.roles[0] ?? mentions.data?.items[0]
  const create = useMutation(
    api.card.create.mutationOptions({
      onSuccess: () => {
        void holdUndo().then((takeBack) => showUndoToast('Card made', takeBack), showErrorToast)
        onClose()
      },
      onError: showErrorToast,
    }),
  )
  const save = ({ bothWays, part: _, ...draft }: CardDraft) =>
    create.mutate({
      ...draft,
      kind: bothWays ? 'reversed' : draft.kind,
      entityId: dossier.id,
      ...(place ? { articleId: place.articleId, start: place.start, end: place.end } : {}),
    })
  return (
    <Modal opened onClose={onClose} title={`Make a card on ${dossier.name}`} size="lg" closeOnEscape={false}>
      <CardEditor
        initial={beginCard(dossier)}
        canChooseKind
        tagNames={tags.data?.map((tag) => tag.name) ?? []}
        saveLabel="Make card"
        onSave={save}
        onCancel={onClose}
      />
    </Modal>
  )
}

function beginCard({ kind, name, role }: Dossier): CardDraft {
  const question = { person: `Who is ${name}?`, group: `What is ${name}?`, place: `What happened in ${name}?` }[kind]
  return { kind: 'basic', front: question, back: role ?? '', tags: [] }
}
