import { Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { api } from '#renderer/client/api.ts'
import { CategoryDot } from '#renderer/ui/category-dot.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { leaveFieldByKey } from '#renderer/ui/leave-field.ts'
import type { CategoryId } from '#shared/domain/ids.ts'
import classes from './mark-filters.module.css'

/** Which marks are shown. */
export interface MarkFilter {
  readonly categoryId: CategoryId | null
  readonly tag: string | null
  readonly query: string
}

/** All of them. */
export const noFilter: MarkFilter = { categoryId: null, tag: null, query: '' }

interface MarkFiltersProps {
  readonly filter: MarkFilter
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly onChange: (change: Partial<MarkFilter>) => void
}

/** Words, a tag, and the categories by colour and name; choosing a category again takes it away. */
export function MarkFilters({ filter, fieldRef, onChange }: MarkFiltersProps) {
  return (
    <div className={classes.root}>
      <div className={classes.fields}>
        <TextInput
          ref={fieldRef}
          aria-label="Find a mark"
          placeholder="Find in marks and notes"
          leftSection={<IconSearch size={16} stroke={1.6} />}
          value={filter.query}
          onChange={(event) => onChange({ query: event.currentTarget.value })}
          onKeyDown={(event) => leaveFieldByKey(event, () => onChange({ query: '' }))}
          className={classes.field ?? ''}
        />
        <TagFilter tag={filter.tag} onChange={(tag) => onChange({ tag })} />
      </div>
      <CategoryFilter categoryId={filter.categoryId} onChange={(categoryId) => onChange({ categoryId })} />
    </div>
  )
}

function TagFilter({ tag, onChange }: { tag: string | null; onChange: (tag: string | null) => void }) {
  const tags = useQuery(api.tag.list.queryOptions()).data ?? []
  if (tags.length === 0 && tag === null) return null
  return (
    <Select
      aria-label="Tag"
      placeholder="Any tag"
      data={tags.map(({ name, count }) => ({ value: name, label: `${name} (${formatNumber(count)})` }))}
      value={tag}
      onChange={onChange}
      clearable
      searchable
      className={classes.tag ?? ''}
    />
  )
}

interface CategoryFilterProps {
  readonly categoryId: CategoryId | null
  readonly onChange: (categoryId: CategoryId | null) => void
}

function CategoryFilter({ categoryId, onChange }: CategoryFilterProps) {
  const categories = useQuery(api.category.list.queryOptions()).data ?? []
  return (
    <fieldset className={classes.categories}>
      <legend className="visually-hidden">Category</legend>
      {categories.map((category) => (
        <button
          key={category.id}
          type="button"
          className={classes.category}
          aria-pressed={category.id === categoryId}
          onClick={() => onChange(category.id === categoryId ? null : category.id)}
        >
          <CategoryDot color={category.color} name={category.name} />
        </button>
      ))}
    </fieldset>
  )
}
