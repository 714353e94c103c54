import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { entityGroups, entitySearch } from '#renderer/client/choose-entity.ts'
import { EntityChoice } from '#renderer/ui/entity-choice.tsx'
import type { Dossier, EntitySummary } from '#shared/contract/entity.ts'
import classes from './other-name-dialog.module.css'

const SETTLES_MS = 120

interface OtherNameDialogProps {
  readonly dossier: Dossier
  /** What is said of the two. */
  readonly about: 'merge' | 'apart'
  readonly onClose: () => void
  readonly onChoose: (other: EntitySummary) => void
}

/** Which other dossier is the same as this one, or never is. */
export function OtherNameDialog({ dossier, about, onClose, onChoose }: OtherNameDialogProps) {
  const [query, setQuery] = useState(wordsFor(dossier))
  const [settled] = useDebouncedValue(query, SETTLES_MS)
  const found = useQuery({ ...entitySearch(settled), placeholderData: keepPreviousData })
  const items = (found.data?.items ?? []).filter(({ id }) => id !== dossier.id)
  const [known] = entityGroups(items, query, null)
  return (
    <Modal opened onClose={onClose} title={titles[about](dossier.name)}>
      <p className={classes.about}>{about === 'merge' ? mergeWords(dossier.name) : APART_WORDS}</p>
      <EntityChoice
        label="Name"
        query={query}
        onQuery={setQuery}
        groups={known ? [known] : []}
        onChoose={(option) => {
          const other = items.find(({ id }) => id === option.key)
          if (other) onChoose(other)
        }}
      />
      {found.isSuccess && items.length === 0 && <p className={classes.none}>Nobody else is called so.</p>}
    </Modal>
  )
}

/** Most often the other has the same surname. */
function wordsFor({ kind, name }: Dossier): string {
  return kind === 'person' ? (name.split(' ').at(-1) ?? name) : name
}

const titles = {
  merge: (name: string) => `Merge ${name} with`,
  apart: (name: string) => `${name} is never the same as`,
} as const

const mergeWords = (name: string) => `All that is known of the other one comes here. The name stays “${name}”.`
const APART_WORDS = 'Dossier will not take the two for one, nor ask again.'
