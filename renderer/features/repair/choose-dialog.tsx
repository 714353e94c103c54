import { useQuery } from '@tanstack/react-query'
import type { Span } from '#renderer/anchoring/span.ts'
import { api } from '#renderer/client/api.ts'
import { PassageChooser } from '#renderer/ui/passage-chooser.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'

interface ChooseDialogProps {
  readonly mark: Annotation
  /** A place to begin at, or null. */
  readonly near: Span | null
  readonly onClose: () => void
  readonly onChoose: (span: Span) => void
}

/** The whole new text, in which the person selects where a mark belongs. */
export function ChooseDialog({ mark, ...props }: ChooseDialogProps) {
  const article = useQuery(api.article.get.queryOptions({ input: { articleId: mark.articleId } }))
  return (
    <PassageChooser {...props} title="Select where the mark belongs" action="Put the mark here" article={article} />
  )
}
