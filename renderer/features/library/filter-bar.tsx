import { CloseButton, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { formatCount } from '#renderer/ui/format.ts'
import classes from './filter-bar.module.css'
import type { LibraryFilter } from './use-filter.ts'

interface FilterBarProps {
  readonly filter: LibraryFilter
  readonly onChange: (change: Partial<LibraryFilter>) => void
  readonly field: RefObject<HTMLInputElement | null>
  /** Escape and arrow down leave the field for the list. */
  readonly onLeave: () => void
}

const stateNames = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
  { value: 'reading', label: 'Reading' },
  { value: 'read', label: 'Read' },
] as const satisfies readonly { value: LibraryFilter['state']; label: string }[]

const sortNames = [
  { value: 'imported', label: 'Newest first' },
  { value: 'opened', label: 'Last opened' },
  { value: 'published', label: 'By date' },
  { value: 'title', label: 'By title' },
  { value: 'new', label: 'Most new names' },
] as const satisfies readonly { value: LibraryFilter['sort']; label: string }[]

const SETTLES_AFTER_MS = 120

/** Narrows and orders the list. */
export function FilterBar({ filter, onChange, field, onLeave }: FilterBarProps) {
  const [words, setWords] = useSettledWords(filter.query, (query) => onChange({ query }))
  return (
    <div className={classes.bar}>
      <TextInput
        ref={field}
        className={classes.words ?? ''}
        aria-label="Filter by title, source or author"
        placeholder="Filter by title, source or author"
        value={words}
        leftSection={<IconFilter size={16} stroke={1.5} />}
        rightSection={
          words !== '' && <CloseButton size="sm" aria-label="Clear the filter" onClick={() => setWords('')} />
        }
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && words !== '') setWords('')
          else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            onLeave()
          }
        }}
      />
      <Books book={filter.book} onChange={(book) => onChange({ book })} />
      <SegmentedControl
        aria-label="Show"
        data={[...stateNames]}
        value={filter.state}
        onChange={(state) => onChange({ state })}
      />
      <Select
        className={classes.sort ?? ''}
        aria-label="Order"
        data={[...sortNames]}
        value={filter.sort}
        disabled={filter.book !== null}
        onChange={(sort) => sort && onChange({ sort })}
      />
    </div>
  )
}

const EVERYTHING = 'everything'

/** The books there are, to look into one; nothing while there is none. */
function Books({ book, onChange }: { readonly book: string | null; readonly onChange: (book: string | null) => void }) {
  const { data } = useQuery(api.article.books.queryOptions())
  if (!data || data.length === 0) return null
  const titles = data.map(({ id, title, chapters }) => ({
    value: id,
    label: `${title} (${formatCount(chapters, 'chapter', 'chapters')})`,
  }))
  return (
    <Select
      className={classes.book ?? ''}
      aria-label="Book"
      data={[{ value: EVERYTHING, label: 'All books and articles' }, ...titles]}
      value={book ?? EVERYTHING}
      allowDeselect={false}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      onChange={(value) => onChange(value === EVERYTHING ? null : value)}
    />
  )
}

// The field answers at once; the list is asked when the fingers rest.
function useSettledWords(stored: string, settle: (words: string) => void): [string, (words: string) => void] {
  const [words, setWords] = useState(stored)
  useEffect(() => setWords(stored), [stored])
  useEffect(() => {
    if (words === stored) return
    const timer = setTimeout(() => settle(words), SETTLES_AFTER_MS)
    return () => clearTimeout(timer)
  })
  return [words, setWords]
}
