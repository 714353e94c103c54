import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import type { ExportScope } from '#shared/contract/export.ts'
import type { ArticleId, CategoryId, EntityId } from '#shared/domain/ids.ts'
import classes from './export-screen.module.css'

/** What the person narrowed the export down to; null and empty for anything. */
export interface ScopeChoice {
  readonly articleIds: readonly ArticleId[]
  readonly tag: string | null
  readonly categoryId: CategoryId | null
  readonly entityId: EntityId | null
  readonly fromDay: string
  readonly untilDay: string
  readonly anchor: 'sure' | 'unsure' | 'lost' | null
  readonly cardState: NonNullable<ExportScope['cardState']> | null
}

/** Everything, or what the address names. */
export function startScope(params: URLSearchParams): ScopeChoice {
  return {
    // What is no id is refused by the contract, and said so.
    articleIds: params.getAll('article') as ArticleId[],
    tag: null,
    categoryId: null,
    entityId: params.get('entity') as EntityId | null,
    fromDay: '',
    untilDay: '',
    anchor: null,
    cardState: null,
  }
}

/** The same as the contract asks for it. */
export function toScope(scope: ScopeChoice, { hasMarks, hasCards }: { hasMarks: boolean; hasCards: boolean }) {
  const { articleIds, tag, categoryId, entityId, fromDay, untilDay, anchor, cardState } = scope
  return {
    ...(articleIds.length > 0 && { articleIds: [...articleIds] }),
    ...(tag !== null && { tag }),
    ...(categoryId !== null && { categoryId }),
    ...(entityId !== null && { entityId }),
    ...(fromDay !== '' && { fromDay }),
    ...(untilDay !== '' && { untilDay }),
    ...(anchor !== null && { anchor }),
    ...(cardState !== null && { cardState }),
    hasMarks,
    hasCards,
  }
}

interface ScopeFieldsProps {
  readonly scope: ScopeChoice
  readonly onChange: (part: Partial<ScopeChoice>) => void
  /** Dossiers are chosen by article and name alone. */
  readonly isOfDossiers: boolean
}

const anchors = [
  { value: 'sure', label: 'Sure of their place' },
  { value: 'unsure', label: 'Unsure of their place' },
  { value: 'lost', label: 'Without a place' },
]

const cardStates = [
  { value: 'new', label: 'New' },
  { value: 'learning', label: 'Learning' },
  { value: 'review', label: 'In review' },
  { value: 'due', label: 'Due' },
  { value: 'suspended', label: 'Set aside' },
  { value: 'leech', label: 'Forgotten again and again' },
]

/** What is let through; every field left empty lets all through. */
export function ScopeFields({ scope, onChange, isOfDossiers }: ScopeFieldsProps) {
  const tags = useQuery(api.tag.list.queryOptions()).data ?? []
  const categories = useQuery(api.category.list.queryOptions()).data ?? []
  return (
    <div className={classes.fields}>
      <Articles articleIds={scope.articleIds} onChange={(articleIds) => onChange({ articleIds })} />
      <Entity entityId={scope.entityId} onChange={(entityId) => onChange({ entityId })} />
      {!isOfDossiers && (
        <>
          <Select
            label="Tag"
            placeholder="Any"
            data={tags.map(({ name }) => name)}
            value={scope.tag}
            onChange={(tag) => onChange({ tag })}
            clearable
            searchable
          />
          <Select
            label="Category"
            placeholder="Any"
            data={categories.map(({ id, name }) => ({ value: id, label: name }))}
            value={scope.categoryId}
            onChange={(id) => onChange({ categoryId: id as CategoryId | null })} // one of `categories`
            clearable
          />
          <TextInput
            type="date"
            label="Made from"
            value={scope.fromDay}
            max={scope.untilDay}
            onChange={(event) => onChange({ fromDay: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="Made until"
            value={scope.untilDay}
            min={scope.fromDay}
            onChange={(event) => onChange({ untilDay: event.currentTarget.value })}
          />
          <Select
            label="Marks"
            placeholder="All"
            data={anchors}
            value={scope.anchor}
            onChange={(anchor) => onChange({ anchor: anchor as ScopeChoice['anchor'] })} // one of `anchors`
            clearable
          />
          <Select
            label="Cards"
            placeholder="All"
            data={cardStates}
            value={scope.cardState}
            onChange={(state) => onChange({ cardState: state as ScopeChoice['cardState'] })} // one of `cardStates`
            clearable
          />
        </>
      )}
    </div>
  )
}

const OFFERED = 30

interface ArticlesProps {
  readonly articleIds: readonly ArticleId[]
  readonly onChange: (articleIds: readonly ArticleId[]) => void
}

function Articles({ articleIds, onChange }: ArticlesProps) {
  const [query, setQuery] = useState('')
  const [titles, setTitles] = useKeptState<Readonly<Record<string, string>>>('titles', {})
  const found = useQuery(api.article.list.queryOptions({ input: { query, limit: OFFERED } })).data?.items ?? []
  const [unknown] = articleIds.filter((id) => titles[id] === undefined && !found.some((one) => one.id === id))
  const named = useQuery({
    ...api.article.get.queryOptions({ input: { articleId: unknown ?? ('' as ArticleId) } }),
    enabled: unknown !== undefined,
  }).data
  const labels = new Map<string, string>([
    ...Object.entries(titles),
    ...(named ? [[named.id, named.title] as const] : []),
    ...found.map(({ id, title }) => [id, title] as const),
  ])
  const offered = [...new Set<string>([...articleIds, ...found.map(({ id }) => id)])]
  return (
    <MultiSelect
      className={classes.wide ?? ''}
      label="Articles"
      placeholder={articleIds.length === 0 ? 'All' : ''}
      data={offered.map((id) => ({ value: id, label: labels.get(id) || 'Untitled' }))}
      value={[...articleIds]}
      onChange={(ids) => {
        setTitles(Object.fromEntries(ids.map((id) => [id, labels.get(id) ?? ''])))
        onChange(ids as ArticleId[]) // of those offered
      }}
      searchable
      searchValue={query}
      onSearchChange={setQuery}
      filter={({ options }) => options}
      clearable
      nothingFoundMessage="Nothing found"
    />
  )
}

interface EntityProps {
  readonly entityId: EntityId | null
  readonly onChange: (entityId: EntityId | null) => void
}

function Entity({ entityId, onChange }: EntityProps) {
  const [query, setQuery] = useState('')
  const found = useQuery(api.entity.list.queryOptions({ input: { query, limit: OFFERED } })).data?.items ?? []
  const isKnown = found.some(({ id }) => id === entityId)
  const named = useQuery({
    ...api.entity.get.queryOptions({ input: { entityId: entityId ?? ('' as EntityId) } }),
    enabled: entityId !== null && !isKnown,
  }).data
  const all = [...(named && !isKnown ? [named] : []), ...found]
  return (
    <Select
      className={classes.wide ?? ''}
      label="Person, group or place"
      placeholder="Any"
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={all.some(({ id }) => id === entityId) ? entityId : null}
      onChange={(id) => onChange(id as EntityId | null)} // one of `all`
      searchable
      searchValue={query}
      onSearchChange={setQuery}
      filter={({ options }) => options}
      clearable
      nothingFoundMessage="Nothing found"
    />
  )
}
