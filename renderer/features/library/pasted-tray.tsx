import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { anchorWords } from '#renderer/ui/anchor-words.ts'
import { showErrorToast, tellUndone } from '#renderer/ui/toast.tsx'
import { articlePath } from '#shared/domain/routes.ts'
import classes from './tray.module.css'
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
          <Button
            component={Link}
            to={articlePath(outcome.articleId)}
            size="compact-sm"
            variant="light"
            onClick={close}
          >
            Read it
          </Button>
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
