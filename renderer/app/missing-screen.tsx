import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { routes } from '#shared/domain/routes.ts'

/** An address that names no screen. */
export function MissingScreen() {
  return (
    <EmptyState
      level="h1"
      title="There is nothing at this address"
      actions={
        <Button component={Link} to={routes.library} variant="default">
          To the library
        </Button>
      }
    >
      It may come from an older Dossier, or lack its end.
    </EmptyState>
  )
}
