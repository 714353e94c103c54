import { raise } from '../html/walk-blocks.ts'
import type { PageRun } from './page-run.ts'

const MARK = /^(?:\d{1,3}|[*†‡§])$/
/** How far a raised letter stands above the line, and how small it is, in sizes of the line's letters. */
const LEAST_RISE = 0.15
const MOST_RISE = 0.85
const MOST_SIZE = 0.85

/** Runs that may be the mark of a note or an exponent: small, and of a few signs. They must not begin a line. */
export function isMark({ text }: PageRun): boolean {
  return MARK.test(text.trim())
}

/** Whether a mark stands raised right after, or right before, a run of the line. */
export function isRaisedBeside(mark: PageRun, run: PageRun): boolean {
  const rise = mark.y - run.y
  if (mark.size > run.size * MOST_SIZE || rise < run.size * LEAST_RISE || rise > run.size * MOST_RISE) return false
  const gap = Math.min(Math.abs(mark.x - run.x - run.width), Math.abs(run.x - mark.x - mark.width))
  return gap < run.size * 0.6
}

/** A mark as it is read: `[1]` for that of a note, a raised figure after a figure or a unit. */
export function readMark(mark: string, before: string): string {
  const text = mark.trim()
  const isPower = /\d$|(?:^|\s)[kcm]?m$/.test(before) && /^\d+$/.test(text)
  return isPower ? raise(text) : `[${text}]`
}
