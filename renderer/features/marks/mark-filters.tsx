import { Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
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
  readonly article: Chosen | null
  readonly entity: Chosen | null
  /** `YYYY-MM-DD`, the first and the last day; empty for any. */
  readonly fromDay: string
  readonly toDay: string
}

/** An article or a name to filter by, with what it is called. */
export interface Chosen {
  readonly id: string
  readonly label: string
}

/** All of them. */
export const noFilter: MarkFilter = {
  categoryId: null,
  tag: null,
  query: '',
  article: null,
  entity: null,
  fromDay: '',
  toDay: '',
}

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
        <ArticleFilter chosen={filter.article} onChange={(article) => onChange({ article })} />
        <EntityFilter chosen={filter.entity} onChange={(entity) => onChange({ entity })} />
        <div className={classes.days}>
          <TextInput
            type="date"
            aria-label="Marked from"
            title="Marked from"
            leftSection={<span className={classes.word}>From</span>}
            leftSectionWidth={54}
            value={filter.fromDay}
            max={filter.toDay}
            onChange={(event) => onChange({ fromDay: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            aria-label="Marked until"
            title="Marked until"
            leftSection={<span className={classes.word}>Until</span>}
            leftSectionWidth={54}
            value={filter.toDay}
            min={filter.fromDay}
            onChange={(event) => onChange({ toDay: event.currentTarget.value })}
          />
        </div>
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

interface ChosenFilterProps {
  readonly chosen: Chosen | null
  readonly onChange: (chosen: Chosen | null) => void
}

const OFFERED = 30

function ArticleFilter({ chosen, onChange }: ChosenFilterProps) {
  const [query, setQuery] = useState('')
  const found = useQuery(api.article.list.queryOptions({ input: { query, limit: OFFERED } })).data?.items ?? []
  const choices = found.map(({ id, title }) => ({ id, label: title }))
  return <Choice label="Article" any="Any article" choices={choices} {...{ chosen, onChange, query, setQuery }} />
}

function EntityFilter({ chosen, onChange }: ChosenFilterProps) {
  const [query, setQuery] = useState('')
  const found = useQuery(api.entity.list.queryOptions({ input: { query, limit: OFFERED } })).data?.items ?? []
  const choices = found.map(({ id, name }) => ({ id, label: name }))
  return <Choice label="Name" any="Any name" choices={choices} {...{ chosen, onChange, query, setQuery }} />
}

interface ChoiceProps extends ChosenFilterProps {
  readonly label: string
  readonly any: string
  readonly choices: readonly Chosen[]
  readonly query: string
  readonly setQuery: (query: string) => void
}

/** One of many, found by typing. */
function Choice({ label, any, choices, chosen, onChange, query, setQuery }: ChoiceProps) {
  const all = chosen && !choices.some(({ id }) => id === chosen.id) ? [chosen, ...choices] : choices
  return (
    <Select
      aria-label={label}
      placeholder={any}
      data={all.map((one) => ({ value: one.id, label: one.label }))}
      value={chosen?.id ?? null}
      onChange={(id) => onChange(all.find((one) => one.id === id) ?? null)}
      searchable
      searchValue={query}
      // Choosing writes the label into the field: that is nothing to search for.
      onSearchChange={(next) => setQuery(next)}
      filter={({ options }) => options}
      clearable
      nothingFoundMessage="Nothing found"
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
