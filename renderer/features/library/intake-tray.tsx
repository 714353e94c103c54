import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { describeError } from '#renderer/ui/error-words.ts'
import { ImportProgress } from '#renderer/ui/import-progress.tsx'
import { saveFile } from '#renderer/ui/save-file.ts'
import type { TakeBack } from '#renderer/ui/toast.tsx'
import type { IntakeRow } from '#shared/contract/intake.ts'
import { repairPath } from '#shared/domain/routes.ts'
import { importFailureWords } from './import-words.ts'
import type { Intake } from './intake.ts'
import { reportToCsv, reportToMarkdown } from './intake-report.ts'
import { resultWords } from './intake-words.ts'
import classes from './tray.module.css'
import { ReadButton, UndoButton } from './tray-buttons.tsx'
import { useCloseOnLeaving } from './use-close-on-leaving.ts'

const CLOSES_AFTER_MS = 12_000
const SHOWN_AT_MOST = 20

interface IntakeTrayProps {
  readonly intake: Intake | null
  readonly undo: TakeBack | null
  readonly close: () => void
}

type Shown = Exclude<Intake, { phase: 'preview' }>

/** How an import goes and what came of it. Goes away by itself unless something failed, and when one goes elsewhere. */
export function IntakeTray({ intake, undo, close }: IntakeTrayProps) {
  if (!intake || intake.phase === 'preview') return null
  return <Tray intake={intake} undo={undo} close={close} />
}

function Tray({
  intake,
  undo,
  close,
}: {
  readonly intake: Shown
  readonly undo: TakeBack | null
  readonly close: () => void
}) {
  const [isHeld, setHeld] = useState(false)
  const failed = intake.phase === 'done' ? failedRows(intake) : []
  const isCalm = intake.phase === 'done' && failed.length === 0
  useEffect(() => {
    if (!isCalm || isHeld) return
    const timer = setTimeout(close, CLOSES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isCalm, isHeld, close])
  useCloseOnLeaving(intake.phase === 'done', close)
  const isBusy = intake.phase === 'reading' || intake.phase === 'storing'
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
        <h2 className={classes.title}>{titleOf(intake)}</h2>
        {isBusy ? (
          <Button size="compact-sm" variant="subtle" onClick={close}>
            Cancel
          </Button>
        ) : (
          <CloseButton aria-label="Close" onClick={close} />
        )}
      </header>
      {isBusy && <ImportProgress pace={intake.progress} name={intake.progress.name} />}
      {intake.phase === 'broken' && <BrokenOff error={intake.error} />}
      {failed.length > 0 && <Failed rows={failed} />}
      {intake.phase === 'done' && <Actions intake={intake} undo={undo} close={close} />}
    </section>
  )
}

function titleOf(intake: Shown): string {
  if (intake.phase === 'broken') return 'The import was broken off'
  if (intake.phase === 'done') return resultWords(withUnread(intake))
  const { done, total } = intake.progress
  const verb = intake.phase === 'reading' ? 'Reading' : 'Importing'
  return `${verb} ${Math.min(done + 1, total)} of ${total}`
}

type Done = Extract<Intake, { phase: 'done' }>

/** A file that can't be read was never chosen; it was not imported all the same. */
function withUnread({ rows, result }: Done) {
  const unread = rows.flatMap(({ state, rowId, code }) => (state === 'failed' && code ? [{ rowId, code }] : []))
  return { ...result, failed: [...result.failed, ...unread] }
}

function failedRows(intake: Done): readonly { readonly row: IntakeRow; readonly words: string }[] {
  const codes = new Map(withUnread(intake).failed.map(({ rowId, code }) => [rowId, code]))
  return intake.rows.flatMap((row) => {
    const code = codes.get(row.rowId)
    return code ? [{ row, words: importFailureWords[code] }] : []
  })
}

function BrokenOff({ error }: { readonly error: unknown }) {
  const words = describeError(error)
  return (
    <p className={classes.broken} role="alert">
      {words.title}. {words.advice}
    </p>
  )
}

function Failed({ rows }: { readonly rows: ReturnType<typeof failedRows> }) {
  return (
    <ul className={classes.results}>
      {rows.slice(0, SHOWN_AT_MOST).map(({ row, words }) => (
        <li key={row.rowId} className={classes.result}>
          <span className={classes.file}>{row.title}</span>
          <span className={classes.failed}>{words}</span>
        </li>
      ))}
      {rows.length > SHOWN_AT_MOST && <li className={classes.result}>and {rows.length - SHOWN_AT_MOST} more</li>}
    </ul>
  )
}

function Actions({
  intake,
  undo,
  close,
}: {
  readonly intake: Done
  readonly undo: TakeBack | null
  readonly close: () => void
}) {
  const { result, rows, stored } = intake
  const [only] = result.articleIds
  const report = () => ({ rows, result, stored, atMs: Date.now() })
  return (
    <footer className={classes.footer}>
      {result.articleIds.length === 1 && only && <ReadButton articleId={only} onLeave={close} />}
      {result.adrift > 0 && (
        <Button component={Link} to={repairPath()} size="compact-sm" variant="light" onClick={close}>
          Repair marks
        </Button>
      )}
      {undo && <UndoButton undo={undo} onLeave={close} />}
      {rows.length > 1 && (
        <>
          <Button size="compact-sm" variant="subtle" onClick={() => saveFile(reportToMarkdown(report()))}>
            Save report
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => saveFile(reportToCsv(report()))}>
            As a table
          </Button>
        </>
      )}
    </footer>
  )
}
