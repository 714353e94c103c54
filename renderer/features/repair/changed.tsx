import type { WordChange } from '#shared/text/word-changes.ts'

/** One side of a comparison, with what is only on this side set off. */
export function Changed({
  changes,
  hide,
}: {
  readonly changes: readonly WordChange[]
  readonly hide: WordChange['kind']
}) {
  return changes.map(({ kind, text }, index) => {
    if (kind === hide) return null
    if (kind === 'same') return <span key={index}>{text}</span>
    return kind === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>
  })
}
