import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconSearch } from '@tabler/icons-react'
import { memo } from 'react'
import { keysNow, useKeyBindings } from '#renderer/ui/key-bindings.ts'
import { Keys, keysOf } from '#renderer/ui/keys.tsx'
import { runCommand } from '#renderer/ui/use-commands.ts'
import classes from './top-bar.module.css'

interface TopBarProps {
  readonly canGoBack: boolean
  readonly canGoForward: boolean
}

/** Back, forward and the one search field. */
export const TopBar = memo(function TopBar({ canGoBack, canGoForward }: TopBarProps) {
  useKeyBindings()
  return (
    <div className={classes.bar}>
      <Tooltip label={`Back (${keysOf('back')})`}>
        <ActionIcon
          aria-label="Back"
          onClick={() => runCommand('back')}
          aria-disabled={!canGoBack}
          mod={{ disabled: !canGoBack }}
        >
          <IconArrowLeft size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`Forward (${keysOf('forward')})`}>
        <ActionIcon
          aria-label="Forward"
          onClick={() => runCommand('forward')}
          aria-disabled={!canGoForward}
          mod={{ disabled: !canGoForward }}
        >
          <IconArrowRight size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <UnstyledButton className={classes.search} onClick={() => runCommand('search')} aria-haspopup="dialog">
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={classes.words}>Search everything</span>
        <Keys keys={keysNow('search')[0] ?? ''} />
      </UnstyledButton>
    </div>
  )
})
