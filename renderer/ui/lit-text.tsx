import { Fragment, type ReactNode } from 'react'

/** A stretch to light. Offsets: UTF-16 code units, end excluded. */
export interface LitRange {
  readonly start: number
  readonly end: number
}

interface LitTextProps {
  readonly text: string
  /** In order and without overlap; what lies outside the text lights nothing. */
  readonly ranges: readonly LitRange[]
  /** How the lit words are set; a `<mark>` without it. */
  readonly render?: (words: string) => ReactNode
}

/** Text with some stretches of it lit. */
export function LitText({ text, ranges, render = (words) => <mark>{words}</mark> }: LitTextProps) {
  const parts: ReactNode[] = []
  let shownTo = 0
  for (const range of ranges) {
    const start = Math.max(shownTo, Math.min(range.start, text.length))
    const end = Math.min(range.end, text.length)
    if (start >= end) continue
    parts.push(
      <Fragment key={start}>
        {text.slice(shownTo, start)}
        {render(text.slice(start, end))}
      </Fragment>,
    )
    shownTo = end
  }
  return (
    <>
      {parts}
      {text.slice(shownTo)}
    </>
  )
}
