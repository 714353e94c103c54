import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { findInText } from './find-text.ts'
import { stepIndex } from './mention-steps.ts'

/** A search within the article. */
export interface FindInArticle {
  readonly isOpen: boolean
  readonly query: string
  readonly found: readonly Span[]
  readonly index: number
  readonly current: Span | null
  readonly setQuery: (query: string) => void
  readonly open: () => void
  readonly close: () => void
  readonly step: (by: number) => void
  readonly onField: (field: HTMLInputElement | null) => void
}

const nothing: readonly Span[] = []

/** Finds as one types and goes to the place. `onClose` gets the place one ended at. */
export function useFind(
  text: string,
  goTo: (span: Span) => void,
  onClose: (place: Span | null) => void,
): FindInArticle {
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const words = useDeferredValue(query)
  const found = useMemo(() => (isOpen ? findInText(text, words) : nothing), [isOpen, text, words])
  const current = found[index] ?? null
  useEffect(() => {
    if (current) goTo(current)
  }, [current, goTo])
  return {
    isOpen,
    query,
    found,
    index,
    current,
    setQuery: (next) => {
      setQuery(next)
      setIndex(0)
    },
    open: () => {
      setOpen(true)
      field.current?.select()
    },
    close: () => {
      setOpen(false)
      onClose(current)
    },
    step: (by) => setIndex((at) => stepIndex(at, by, found.length)),
    onField: (element) => {
      field.current = element
    },
  }
}
