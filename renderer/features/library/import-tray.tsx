import { Button, CloseButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { anchorWords } from '#renderer/ui/anchor-words.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { showErrorToast, type TakeBack, tellUndone } from '#renderer/ui/toast.tsx'
import { articlePath } from '#shared/domain/routes.ts'
import { type ImportResult, type ImportRun, importedIds } from './import-run.ts'
import classes from './import-tray.module.css'
import { describeMany, importFailureWords } from './import-words.ts'
import { summary } from './use-import.ts'

const CLOSES_AFTER_MS = 12_000
const SHOWN_AT_MOST = 100
const PARTS_SHOWN = 5

interface ImportTrayProps {
  readonly run: ImportRun | null
  readonly undo: TakeBack | null
  readonly close: () => void
}

/**
 * How an import goes and what came of each file. Goes away by itself unless something failed, and when one goes on to
 * another screen: there it would lie over what one came for.
 */
export function ImportTray({ run, undo, close }: ImportTrayProps) {
  const [isHeld, setHeld] = useState(false)
  const notable = run?.results.filter(({ outcome }) => outcome.kind !== 'imported') ?? []
  const hasFailed = notable.some(
    ({ outcome }) => outcome.kind === 'failed' || (outcome.kind === 'many' && outcome.failed.length > 0),
  )
  const isPlain = run !== null && !run.isRunning && !hasFailed && run.error === null
  useEffect(() => {
    if (!isPlain || isHeld) return
    const timer = setTimeout(close, CLOSES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isPlain, isHeld, close])
  useCloseOnLeaving(run !== null && !run.isRunning, close)
  if (!run) return null

  const ids = importedIds(run)
  return (
    <section
      className={classes.tray}
      aria-label="Import"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>
          {run.isRunning ? `Importing ${Math.min(run.done + 1, run.total)} of ${run.total}` : summary(run)}
        </h2>
        {!run.isRunning && <CloseButton aria-label="Close" onClick={close} />}
      </header>
      {run.isRunning && <Progress run={run} />}
      {run.error !== null && <BrokenOff error={run.error} />}
      {notable.length > 0 && (
        <Results results={notable.slice(0, SHOWN_AT_MOST)} rest={notable.length - SHOWN_AT_MOST} />
      )}
      {!run.isRunning && ids.length > 0 && (
        <footer className={classes.footer}>
          {ids.length === 1 && ids[0] && (
            <Button component={Link} to={articlePath(ids[0])} size="compact-sm" variant="light" onClick={close}>
              Read it
            </Button>
          )}
          {undo && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                close()
                undo().then(tellUndone, showErrorToast)
              }}
            >
              Undo
            </Button>
          )}
        </footer>
      )}
    </section>
  )
}

/** Closes what is done once another screen is shown. */
function useCloseOnLeaving(isDone: boolean, close: () => void): void {
  const { pathname } = useLocation()
  const seen = useRef(pathname)
  useEffect(() => {
    const hasLeft = seen.current !== pathname
    seen.current = pathname
    if (hasLeft && isDone) close()
  }, [pathname, isDone, close])
}

function Progress({ run }: { readonly run: ImportRun }) {
  return (
    <>
      <progress className={classes.progress} value={run.done} max={run.total} aria-label="Import" />
      <p className={classes.name}>{run.name}</p>
    </>
  )
}

function BrokenOff({ error }: { readonly error: unknown }) {
  const words = describeError(error)
  return (
    <p className={classes.broken} role="alert">
      {words.title}. {words.advice}
    </p>
  )
}

function Results({ results, rest }: { readonly results: readonly ImportResult[]; readonly rest: number }) {
  return (
    <ul className={classes.results}>
      {results.map((result, place) => (
        <li key={place} className={classes.result}>
          <span className={classes.file}>{result.name}</span>
          <Outcome result={result} />
        </li>
      ))}
      {rest > 0 && <li className={classes.result}>and {rest} more</li>}
    </ul>
  )
}

function Outcome({ result: { outcome } }: { readonly result: ImportResult }) {
  if (outcome.kind === 'failed') return <span className={classes.failed}>{importFailureWords[outcome.code]}</span>
  if (outcome.kind === 'imported') return null
  if (outcome.kind === 'many') return <Many outcome={outcome} />
  if (outcome.kind === 'changed') {
    return (
      <span className={classes.duplicate}>
        New text of <Link to={articlePath(outcome.articleId)}>{outcome.title}</Link>. {anchorWords(outcome.marks)}
      </span>
    )
  }
  return (
    <span className={classes.duplicate}>
      You have it already: <Link to={articlePath(outcome.duplicateOf)}>{outcome.title}</Link>
    </span>
  )
}

function Many({ outcome }: { readonly outcome: Extract<ImportResult['outcome'], { kind: 'many' }> }) {
  const { articleIds, duplicates, failed } = outcome
  return (
    <>
      <span className={classes.duplicate}>{describeMany(articleIds.length, duplicates, failed.length)}</span>
      {failed.slice(0, PARTS_SHOWN).map(({ name, code }, place) => (
        <span key={place} className={classes.failed}>
          {name} {importFailureWords[code]}
        </span>
      ))}
    </>
  )
}
