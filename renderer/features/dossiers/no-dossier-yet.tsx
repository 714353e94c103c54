import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { routes } from '#shared/domain/routes.ts'

interface NoDossierYetProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Stands where a dossier will be, or says why there is none. */
export function NoDossierYet({ error, onRetry }: NoDossierYetProps) {
  if (!error) return <LoadingState label="Opening the dossier" />
  return (
    <ErrorState
      error={error}
      onRetry={onRetry}
      actions={
        <Button component={Link} to={routes.dossiers} variant="default">
          All dossiers
        </Button>
      }
    />
  )
}
