import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import type { SearchItem } from '#shared/contract/library.ts'
import { groupHits, hitKey, hitPath } from './group-hits.ts'
import classes from './search-box.module.css'
import { LIST_ID, SearchHits } from './search-hits.tsx'

const RESTS_AFTER_MS = 80
const LIMIT = 40

interface SearchPanelProps {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onClose: () => void
}

/** The field and what it finds. Arrow keys choose, Enter opens; the field keeps the focus. */
export function SearchPanel({ words, onWords, onClose }: SearchPanelProps) {
  const navigate = useNavigate()
  const { hits, state, error } = useHits(words)
  const groups = useMemo(() => groupHits(hits), [hits])
  const flat = useMemo(() => groups.flatMap((group) => group.hits), [groups])
  const [place, setPlace] = useState(0)
  useEffect(() => setPlace(0), [hits])
  const current = flat[Math.min(place, flat.length - 1)]

  const open = (hit: SearchItem) => {
    onClose()
    void navigate(hitPath(hit))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && flat.length > 0) {
      event.preventDefault()
      setPlace((at) => (at + by + flat.length) % flat.length)
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      open(current)
    }
  }

  return (
    <>
      <div className={classes.field}>
        <IconSearch size={20} stroke={1.6} aria-hidden />
        <input
          className={classes.input}
          type="text"
          role="combobox"
          aria-label="Search everything"
          aria-expanded={flat.length > 0}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={current ? hitKey(current) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          data-autofocus
          placeholder="Search everything"
          value={words}
          onChange={(event) => onWords(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={onKeyDown}
        />
        <Keys keys="escape" />
      </div>
      <SearchHits groups={groups} current={current ?? null} onOpen={open} />
      {flat.length === 0 && <Words state={state} words={words} error={error} />}
      <p className="visually-hidden" role="status">
        {state === 'found' ? `${flat.length} found` : ''}
        {state === 'nothing' ? 'Nothing found' : ''}
      </p>
    </>
  )
}

type SearchState = 'blank' | 'searching' | 'found' | 'nothing' | 'failed'

function useHits(words: string): { hits: readonly SearchItem[]; state: SearchState; error: unknown } {
  const [rested] = useDebouncedValue(words.trim(), RESTS_AFTER_MS)
  const isBlank = words.trim() === ''
  const answer = useQuery(
    api.search.query.queryOptions({
      input: isBlank || rested === '' ? skipToken : { q: rested, limit: LIMIT },
      placeholderData: keepPreviousData,
      gcTime: 30_000,
    }),
  )
  const found = answer.data?.items
  const hits = useMemo(() => (isBlank || !found ? [] : found), [isBlank, found])
  const isBehind = rested !== words.trim() || answer.isPlaceholderData || answer.isPending
  return { hits, state: stateOf(isBlank, answer.error, hits.length, isBehind), error: answer.error }
}

function stateOf(isBlank: boolean, error: unknown, count: number, isBehind: boolean): SearchState {
  if (isBlank) return 'blank'
  if (error !== null) return 'failed'
  if (count > 0) return 'found'
  return isBehind ? 'searching' : 'nothing'
}

function Words({
  state,
  words,
  error,
}: {
  readonly state: SearchState
  readonly words: string
  readonly error: unknown
}) {
  if (state === 'searching' || state === 'found') return <div className={classes.words} />
  if (state === 'failed') {
    const { title, advice } = describeError(error)
    return (
      <div className={classes.words}>
        <p className={classes.big}>{title}</p>
        <p>{advice}</p>
      </div>
    )
  }
  if (state === 'nothing') {
    return (
      <div className={classes.words}>
        <p className={classes.big}>Nothing has “{words.trim()}” in it</p>
        <p>Fewer words find more. The last word may be unfinished; accents and capitals do not matter.</p>
      </div>
    )
  }
  return (
    <div className={classes.words}>
      <p>Titles and texts, your marks and notes, cards, and the names of people, groups and places.</p>
    </div>
  )
}
