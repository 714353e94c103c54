import { Button } from '@mantine/core'
import { Link, useRouteError } from 'react-router'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { routes } from '#shared/domain/routes.ts'
import { KeptWords } from './kept-words.tsx'

/** What a screen that broke leaves behind: the frame stays, and there are two ways on. */
export function ScreenError() {
  const error = useRouteError()
  return (
    <div data-broken>
      <ErrorState
        error={error}
        onRetry={() => window.location.reload()}
        actions={
          <Button component={Link} to={routes.library} variant="subtle">
            To the library
          </Button>
        }
      />
      <KeptWords />
    </div>
  )
}
