import type { ReactNode } from 'react'

/** Text with one stretch of it lit. Offsets: UTF-16 code units of `text`, end excluded; outside of it nothing is lit. */
export function LitText({ text, start, end, render }: LitTextProps) {
  const from = Math.max(0, Math.min(start, text.length))
  const to = Math.max(from, Math.min(end, text.length))
  if (from === to) return text
  const words = text.slice(from, to)
  return (
    <>
      {text.slice(0, from)}
      {render ? render(words) : <mark>{words}</mark>}
      {text.slice(to)}
    </>
  )
}

interface LitTextProps {
  readonly text: string
  readonly start: number
  readonly end: number
  /** How the lit words are set; a `<mark>` without it. */
  readonly render?: (words: string) => ReactNode
}
