import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { routes } from '#shared/domain/routes.ts'

interface NothingLeftProps {
  readonly answered: number
  /** Whether there is none at all, not only none that was not passed over. */
  readonly isNone: boolean
  readonly onTakeBack: () => void
}

/** The end of the finds; the last answer can still be taken back. */
export function NothingLeft({ answered, isNone, onTakeBack }: NothingLeftProps) {
  useCommands({ 'doubtful.undo': onTakeBack })
  return (
    <EmptyState
      title={isNone ? 'Nothing left to judge' : 'That was it for now'}
      actions={
        <Button variant="default" component={Link} to={routes.dossiers}>
          All dossiers
        </Button>
      }
    >
      {answered > 0
        ? `You have judged ${formatCount(answered, 'find', 'finds')}. What you passed over comes again next time.`
        : isNone
          ? 'No name in your articles is doubtful now.'
          : 'What you passed over comes again next time.'}
    </EmptyState>
  )
}
