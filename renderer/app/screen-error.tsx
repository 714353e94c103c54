import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { Link, useRouteError } from 'react-router'
import { noteFault } from '#renderer/client/note-fault.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { errorCode } from '#renderer/ui/error-words.ts'
import { routes } from '#shared/domain/routes.ts'
import { KeptWords } from './kept-words.tsx'

/** What a screen that broke leaves behind: the frame stays, and there are two ways on. */
export function ScreenError() {
  const error = useRouteError()
  useEffect(() => {
    // An answer that the host gave is known there.
    if (error instanceof Error && errorCode(error) === null) noteFault(error)
  }, [error])
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
