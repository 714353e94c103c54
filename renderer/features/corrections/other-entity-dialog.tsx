import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { chosenEntity, entityGroups, entitySearch, namePassage } from '#renderer/client/choose-entity.ts'
import { EntityChoice, type EntityOption } from '#renderer/ui/entity-choice.tsx'
import type { NewCorrectionInput } from '#shared/contract/correction.ts'
import classes from './doubtful-screen.module.css'
import type { FindToJudge } from './use-judging.ts'

const SETTLES_MS = 120

interface OtherEntityDialogProps {
  readonly find: FindToJudge
  readonly onClose: () => void
  readonly onChoose: (input: NewCorrectionInput, words: string) => void
}

/** Who it is instead: somebody of the library, or somebody new. */
export function OtherEntityDialog({ find, onClose, onChoose }: OtherEntityDialogProps) {
  const [query, setQuery] = useState(find.surface)
  const [settled] = useDebouncedValue(query, SETTLES_MS)
  const known = useQuery({ ...entitySearch(settled), placeholderData: keepPreviousData }).data?.items ?? []
  const items = known.filter((one) => one.id !== find.entityId)
  const choose = (option: EntityOption) => {
    const { articleId, start, end } = find
    const chosen = chosenEntity(option, items)
    const input = namePassage({ articleId, start, end, chosen, mention: find, known, all: true, asked: true })
    onChoose(input, `“${find.surface}” is ${chosen.name}.`)
  }
  return (
    <Modal opened onClose={onClose} title={`Who or what is “${find.surface}”?`}>
      <EntityChoice
        label="Name"
        query={query}
        onQuery={setQuery}
        groups={entityGroups(items, query, find.kind)}
        onChoose={choose}
      />
      {find.places > 1 && (
        <p className={classes.reach}>Holds wherever the article writes it so, and for no other name or title.</p>
      )}
    </Modal>
  )
}
