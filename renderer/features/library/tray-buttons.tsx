import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { showErrorToast, type TakeBack, tellUndone } from '#renderer/ui/toast.tsx'
import type { ArticleId } from '#shared/domain/ids.ts'
import { articlePath } from '#shared/domain/routes.ts'

interface ReadButtonProps {
  readonly articleId: ArticleId
  readonly onLeave: () => void
}

/** Opens what was imported. */
export function ReadButton({ articleId, onLeave }: ReadButtonProps) {
  return (
    <Button component={Link} to={articlePath(articleId)} size="compact-sm" variant="light" onClick={onLeave}>
      Read it
    </Button>
  )
}

interface UndoButtonProps {
  readonly undo: TakeBack
  readonly onLeave: () => void
}

/** Takes the import back, and says so. */
export function UndoButton({ undo, onLeave }: UndoButtonProps) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      onClick={() => {
        onLeave()
        undo().then(tellUndone, showErrorToast)
      }}
    >
      Undo
    </Button>
  )
}
