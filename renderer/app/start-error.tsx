import { ErrorState } from '#renderer/ui/error-state.tsx'

interface StartErrorProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** The library answered, but not with what a start needs. */
export function StartError({ error, onRetry }: StartErrorProps) {
  return (
    <main>
      <ErrorState error={error} onRetry={onRetry} />
    </main>
  )
}
