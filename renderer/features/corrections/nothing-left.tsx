import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { routes } from '#shared/domain/routes.ts'

interface NothingLeftProps {
  readonly answered: number
  readonly onTakeBack: () => void
}

/** The end of the finds; the last answer can still be taken back. */
export function NothingLeft({ answered, onTakeBack }: NothingLeftProps) {
  useCommands({ 'doubtful.undo': onTakeBack })
  return (
    <EmptyState
      title="Nothing left to judge"
      actions={
        <Button variant="default" component={Link} to={routes.dossiers}>
          All dossiers
        </Button>
      }
    >
      {answered > 0
        ? `You have judged ${formatCount(answered, 'find', 'finds')}. What you passed over comes again next time.`
        : 'No name in your articles is doubtful now.'}
    </EmptyState>
  )
}
