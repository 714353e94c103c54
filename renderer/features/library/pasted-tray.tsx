import { CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { anchorWords } from '#renderer/ui/anchor-words.ts'
import { articlePath } from '#shared/domain/routes.ts'
import classes from './tray.module.css'
import { ReadButton, UndoButton } from './tray-buttons.tsx'
import { useCloseOnLeaving } from './use-close-on-leaving.ts'
import { type PastedState, type PasteOutcome, pasteWords } from './use-pasted.ts'

const CLOSES_AFTER_MS = 12_000

/** What became of a text that was pasted. Goes away by itself, and when one goes on to another screen. */
export function PastedTray({ outcome, undo, close }: Omit<PastedState, 'show'>) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!outcome || isHeld) return
    const timer = setTimeout(close, CLOSES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [outcome, isHeld, close])
  useCloseOnLeaving(outcome !== null, close)
  if (!outcome) return null
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
        <h2 className={classes.title}>{pasteWords[outcome.kind]}</h2>
        <CloseButton aria-label="Close" onClick={close} />
      </header>
      <Words outcome={outcome} />
      {outcome.kind !== 'duplicate' && (
        <footer className={classes.footer}>
          <ReadButton articleId={outcome.articleId} onLeave={close} />
          {undo && <UndoButton undo={undo} onLeave={close} />}
        </footer>
      )}
    </section>
  )
}

function Words({ outcome }: { readonly outcome: PasteOutcome }) {
  if (outcome.kind === 'imported') return null
  if (outcome.kind === 'changed')
    return (
      <p className={classes.remark}>
        New text of <Link to={articlePath(outcome.articleId)}>{outcome.title}</Link>. {anchorWords(outcome.marks)}
      </p>
    )
  return (
    <p className={classes.remark}>
      You have it already: <Link to={articlePath(outcome.duplicateOf)}>{outcome.title}</Link>
    </p>
  )
}
