import { showToast } from '#renderer/ui/toast.tsx'
import type { Card } from '#shared/contract/study.ts'
import { cardPath } from '#shared/domain/routes.ts'

/** A card that has become a leech leaves the table with its answer: what can be done about it is told in passing. */
export function tellLeech({ id, lapses, suspended }: Card): void {
  showToast(
    <>
      Forgotten {lapses} times{suspended && ' and set aside'}. <a href={`#${cardPath(id)}`}>Look at the card</a>
    </>,
  )
}
