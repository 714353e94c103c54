import { ActionIcon, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { CategoryDot } from '#renderer/ui/category-dot.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { Keys } from '#renderer/ui/keys.tsx'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import type { Category } from '#shared/contract/annotation.ts'
import { useIsLookedFor } from './find-context.ts'
import { SettingSection } from './setting-row.tsx'
import classes from './settings-screen.module.css'

const WORDS = 'colours of marks categories names key fact question claim evidence disagree definition quote to check'

/** What each colour of mark means, in the person's own words. */
export function CategorySettings() {
  const { data, error, refetch } = useQuery(api.category.list.queryOptions())
  const isShown = useIsLookedFor(`${WORDS} ${data?.map(({ name }) => name).join(' ') ?? ''}`)
  if (!isShown) return null
  return (
    <SettingSection title="Colours of marks">
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      <ul className={classes.categories} data-setting>
        {data?.map((category) => (
          <CategoryName key={category.id} category={category} isLast={category.position === data.length} />
        ))}
      </ul>
    </SettingSection>
  )
}

function CategoryName({ category, isLast }: { readonly category: Category; readonly isLast: boolean }) {
  const [name, setName] = useState(category.name)
  useEffect(() => setName(category.name), [category.name])
  const { mutate } = useMutation(api.category.rename.mutationOptions({ onError: () => setName(category.name) }))
  const { mutate: move } = useMutation(api.category.move.mutationOptions({ onError: showErrorToast }))
  const moveBy = (by: number) => move({ categoryId: category.id, position: category.position + by })
  const keep = () => {
    const wanted = name.trim()
    if (wanted === '') setName(category.name)
    else if (wanted !== category.name) mutate({ categoryId: category.id, name: wanted })
  }
  return (
    <li className={classes.category}>
      <Keys keys={String(category.position)} />
      <CategoryDot color={category.color} name={category.color} nameHidden />
      <TextInput
        aria-label={`Name of the ${category.color} marks, key ${category.position}`}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
          if (event.key === 'Escape') setName(category.name)
        }}
      />
      <ActionIcon
        aria-label={`Give ${category.name} the key before`}
        disabled={category.position === 1}
        onClick={() => moveBy(-1)}
      >
        <IconArrowUp size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon aria-label={`Give ${category.name} the next key`} disabled={isLast} onClick={() => moveBy(1)}>
        <IconArrowDown size={16} stroke={1.6} />
      </ActionIcon>
    </li>
  )
}
