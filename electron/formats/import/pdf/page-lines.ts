import type { PageRun } from './page-run.ts'
import { isMark, isRaisedBeside, readMark } from './raised-marks.ts'

/** A line of one column. */
export interface PageLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly size: number
}

/** A gap wider than so many times the letters' size parts columns, not words. */
const COLUMN_GAP = 1.6
const WORD_GAP = 0.18
/** So many lines of each side have to agree before a page counts as set in columns. */
const MIN_COLUMN_LINES = 4

/** The lines of a page in reading order: columns from left to right, between lines that go across. */
export function pageToLines(runs: readonly PageRun[]): PageLine[] {
  const lines = toLines(runs)
  const gutter = findGutter(lines)
  return gutter === null ? lines : orderColumns(lines, gutter)
}

function toLines(runs: readonly PageRun[]): PageLine[] {
  const sorted = runs.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x)
  const marks = marksOf(sorted)
  const raised = new Set([...marks.values()].flat())
  const rows: PageRun[][] = []
  for (const run of sorted) {
    if (raised.has(run)) continue
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - run.y) < Math.max(first.size, run.size) * 0.45) row.push(run)
    else rows.push([run])
  }
  const gutters = findRunGutters(rows)
  return rows
    .map((row) => row.flatMap((run) => [run, ...(marks.get(run) ?? [])]))
    .flatMap((row) => rowToLines(row, gutters))
}

/** Runs that begin so close to one another, in points, begin at one edge. */
const EDGE_POINTS = 3
/** Of the rows on both sides of a gutter, so many leave it free. */
const FREE_SHARE = 0.8
/** The least width of a gutter, by the size of the letters: wider than the space between words. */
const GUTTER_WIDTH = 0.5

/**
 * Where columns begin that stand as close as words: at an edge where runs begin in many rows after a space, and which
 * hardly any run crosses.
 */
function findRunGutters(rows: readonly (readonly PageRun[])[]): number[] {
  const left = Math.min(...rows.flat().map(({ x }) => x))
  const starts = new Map<number, number>()
  for (const { x } of rows.flat()) {
    const edge = Math.round(x / EDGE_POINTS) * EDGE_POINTS
    starts.set(edge, (starts.get(edge) ?? 0) + 1)
  }
  return [...starts]
    .filter(([edge, count]) => count >= MIN_COLUMN_LINES && edge > left + 60)
    .map(([edge]) => edge)
    .filter((edge) => {
      const spanning = rows.filter(
        (row) => row.some(({ x }) => x < edge - 10) && row.some((run) => endOf(run) > edge + 10),
      )
      const free = spanning.filter((row) => startsAt(row, edge))
      return free.length >= MIN_COLUMN_LINES && free.length >= spanning.length * FREE_SHARE
    })
}

const endOf = ({ x, width }: PageRun) => x + width

/** Whether one run of a row begins at an edge, a space after the one before it. */
function startsAt(row: readonly PageRun[], edge: number): boolean {
  const next = row.find(({ x }) => Math.abs(x - edge) <= EDGE_POINTS)
  if (!next) return false
  const before = Math.max(0, ...row.filter((run) => run !== next && run.x < next.x).map(endOf))
  return next.x - before >= GUTTER_WIDTH * next.size
}

/** Marks of notes and exponents, by the run beside which they are raised. */
function marksOf(sorted: readonly PageRun[]): Map<PageRun, PageRun[]> {
  const marks = new Map<PageRun, PageRun[]>()
  for (const [at, mark] of sorted.entries()) {
    if (!isMark(mark)) continue
    // What a mark is raised beside stands a little lower, so soon after it.
    const host = sorted.slice(at + 1, at + 80).find((run) => !isMark(run) && isRaisedBeside(mark, run))
    if (host) marks.set(host, [...(marks.get(host) ?? []), mark])
  }
  return marks
}

function rowToLines(row: PageRun[], gutters: readonly number[]): PageLine[] {
  const lines: PageLine[] = []
  let open: PageRun[] = []
  const close = () => {
    const line = joinRuns(open)
    if (line) lines.push(line)
    open = []
  }
  for (const run of row.sort((a, b) => a.x - b.x)) {
    const last = open.at(-1)
    const size = last ? Math.max(last.size, run.size) : 0
    const isAtGutter = gutters.some((edge) => Math.abs(run.x - edge) <= EDGE_POINTS)
    if (last && run.x - endOf(last) > (isAtGutter ? GUTTER_WIDTH : COLUMN_GAP) * size) close()
    open.push(run)
  }
  close()
  return lines
}

function joinRuns(runs: readonly PageRun[]): PageLine | null {
  const [first] = runs
  const last = runs.at(-1)
  if (!first || !last) return null
  let text = ''
  let right = first.x
  for (const run of runs) {
    const host = runs.find((other) => isMark(run) && isRaisedBeside(run, other))
    if (host) {
      text += readMark(run.text, text) + (text === '' ? ' ' : '')
      right = run.x + run.width
      continue
    }
    const isApart = text !== '' && run.x - right > run.size * WORD_GAP && !/\s$/.test(text) && !/^\s/.test(run.text)
    text += isApart ? ` ${run.text}` : run.text
    right = run.x + run.width
  }
  // The size of most letters: a line may hold a small note mark.
  const size = [...runs].sort((a, b) => b.text.length - a.text.length)[0]?.size ?? first.size
  const words = text.replace(/\s+/g, ' ').trim()
  return words === ''
    ? null
    : { text: words, x: first.x, y: Math.min(...runs.map(({ y }) => y)), right: last.x + last.width, size }
}

/** Where the space between two columns lies, or null for a page in one. */
function findGutter(lines: readonly PageLine[]): number | null {
  if (lines.length < MIN_COLUMN_LINES * 2) return null
  const starts = new Map<number, number>()
  for (const { x } of lines) {
    const at = Math.round(x / 3)
    starts.set(at, (starts.get(at) ?? 0) + 1)
  }
  const left = Math.min(...lines.map(({ x }) => x))
  const candidates = [...starts]
    .filter(([at, count]) => count >= MIN_COLUMN_LINES && at * 3 > left + 60)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
  for (const [at] of candidates) {
    const gutter = at * 3 - 4
    const before = lines.filter(({ right }) => right <= gutter + 2).length
    const after = lines.filter(({ x }) => x >= gutter).length
    const across = lines.length - before - after
    if (before >= MIN_COLUMN_LINES && after >= MIN_COLUMN_LINES && across <= lines.length * 0.3) return gutter
  }
  return null
}

/** Lines that go across part the page into bands; in each the left column is read first. */
function orderColumns(lines: readonly PageLine[], gutter: number): PageLine[] {
  const ordered: PageLine[] = []
  let left: PageLine[] = []
  let right: PageLine[] = []
  const flush = () => {
    const next = findGutter(right)
    ordered.push(...left, ...(next !== null && next > gutter + 40 ? orderColumns(right, next) : right))
    left = []
    right = []
  }
  for (const line of lines) {
    if (line.x >= gutter) right.push(line)
    else if (line.right <= gutter + 2) left.push(line)
    else {
      flush()
      ordered.push(line)
    }
  }
  flush()
  return ordered
}
