import { Button } from '@mantine/core'
import { Link } from 'react-router'
import type { Confusion } from '#shared/contract/confusion.ts'
import { cardPath, dossierPath } from '#shared/domain/routes.ts'
import classes from './confused-note.module.css'
import type { CommandId } from './keymap.ts'
import { KeysOf } from './keys.tsx'

interface ConfusedNoteProps {
  /** Whom the card's entity is taken for, most often first. */
  readonly confusions: readonly Confusion[]
  /** The command that makes the first contrast card. */
  readonly command: CommandId
  readonly onContrast: (confusion: Confusion) => void
}

/** Whom the one a card is about is taken for, and the card that would tell the two apart. */
export function ConfusedNote({ confusions, command, onContrast }: ConfusedNoteProps) {
  if (confusions.length === 0) return null
  const firstOpen = confusions.find(({ contrastCardId }) => contrastCardId === null)
  return (
    <section className={classes.root} aria-label="Often confused">
      <ul className={classes.list}>
        {confusions.map((confusion) => (
          <li key={confusion.otherId} className={classes.row}>
            <p className={classes.words}>
              <Link to={dossierPath(confusion.entityId)}>{confusion.name}</Link> is taken for{' '}
              <Link to={dossierPath(confusion.otherId)}>{confusion.otherName}</Link>
              {confusion.otherRole && ` (${confusion.otherRole})`}
              {confusion.count > 1 && `, ${confusion.count} times`}
            </p>
            {confusion.contrastCardId ? (
              <Link to={cardPath(confusion.contrastCardId)} className={classes.there}>
                Contrast card
              </Link>
            ) : (
              <Button
                size="xs"
                variant="default"
                onClick={() => onContrast(confusion)}
                rightSection={confusion === firstOpen && <KeysOf id={command} />}
              >
                Make a contrast card
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
