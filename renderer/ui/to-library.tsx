import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { routes } from '#shared/domain/routes.ts'

/** The way on from a screen that fills by reading. */
export function ToLibrary() {
  return (
    <Button component={Link} to={routes.library}>
      Go to the library
    </Button>
  )
}
