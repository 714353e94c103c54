import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { keysNow, useKeyBindings } from './key-bindings.ts'
import classes from './key-button.module.css'
import type { CommandId } from './keymap.ts'
import { Keys, keysOf } from './keys.tsx'

interface KeyButtonProps {
  /** The shortcut that does the same. */
  readonly command: CommandId
  /** Which of its keys, where each means something of its own; from 0. */
  readonly place?: number
  readonly onClick: () => void
  readonly variant?: 'filled' | 'default' | 'subtle'
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** A button that shows the key which does the same, as the person has bound it. */
export function KeyButton({ command, place = 0, onClick, variant = 'default', disabled, children }: KeyButtonProps) {
  useKeyBindings()
  const keys = keysNow(command)[place]
  return (
    <Button
      variant={variant}
      onClick={onClick}
      disabled={disabled ?? false}
      aria-keyshortcuts={place === 0 ? keysOf(command) : keys}
      rightSection={
        keys && (
          <span aria-hidden className={classes.keys}>
            <Keys keys={keys} />
          </span>
        )
      }
    >
      {children}
    </Button>
  )
}
