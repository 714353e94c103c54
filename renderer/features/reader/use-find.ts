import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { type FindOptions, findInText } from './find-text.ts'
import { stepIndex } from './mention-steps.ts'

/** A search within the article. */
export interface FindInArticle {
  readonly isOpen: boolean
  readonly query: string
  readonly options: FindOptions
  readonly found: readonly Span[]
  readonly index: number
  readonly current: Span | null
  readonly setQuery: (query: string) => void
  readonly setOptions: (change: Partial<FindOptions>) => void
  readonly open: () => void
  readonly close: () => void
  /** Goes on by so many places; with the bar closed the place is taken in hand, ready to be marked. */
  readonly step: (by: number) => void
  readonly onField: (field: HTMLInputElement | null) => void
}

const nothing: readonly Span[] = []

/** Finds as one types and goes to the place. `onTake` gets a place to go on with: one ended at it, or stepped to it. */
export function useFind(text: string, goTo: (span: Span) => void, onTake: (place: Span | null) => void): FindInArticle {
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [options, setOptions] = useState<FindOptions>({ isCaseKept: false, isWholeWord: false })
  const [index, setIndex] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const words = useDeferredValue(query)
  const all = useMemo(() => findInText(text, words, options), [text, words, options])
  const current = all[index] ?? null
  useEffect(() => {
    if (isOpen && current) goTo(current)
  }, [isOpen, current, goTo])
  const open = () => {
    setOpen(true)
    field.current?.select()
  }
  return {
    isOpen,
    query,
    options,
    found: isOpen ? all : nothing,
    index,
    current: isOpen ? current : null,
    setQuery: (next) => {
      setQuery(next)
      setIndex(0)
    },
    setOptions: (change) => {
      setOptions((before) => ({ ...before, ...change }))
      setIndex(0)
    },
    open,
    close: () => {
      setOpen(false)
      onTake(current)
    },
    step: (by) => {
      if (all.length === 0) return open()
      const next = stepIndex(index, by, all.length)
      setIndex(next)
      if (!isOpen) onTake(all[next] ?? null)
    },
    onField: (element) => {
      field.current = element
    },
  }
}
