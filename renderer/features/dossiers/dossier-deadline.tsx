import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { deckOfRule, setDeadline } from '#renderer/client/deadline.ts'
import { DeadlineDialog } from '#renderer/ui/deadline-dialog.tsx'
import type { Dossier } from '#shared/contract/entity.ts'

/** The day by which one wants to know what a dossier holds. */
export function DossierDeadline({ dossier, onClose }: { readonly dossier: Dossier; readonly onClose: () => void }) {
  const decks = useQuery(api.deck.list.queryOptions({ input: {} })).data?.items
  const rule = { kind: 'entity', value: dossier.id } as const
  if (!decks) return null
  return (
    <DeadlineDialog
      what={dossier.name}
      deck={deckOfRule(decks, rule)}
      onSave={(deadline) => setDeadline(rule, deadline)}
      onClose={onClose}
    />
  )
}
