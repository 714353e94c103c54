import { diffWordsWithSpace } from 'diff'

/** A stretch of a comparison: in both texts, only in the new one, or only in the old one. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** So long may both texts be together; what is longer is shown as wholly replaced. */
const LONGEST = 20_000

/** What makes `after` of `before`, word by word, in reading order. */
export function findWordChanges(before: string, after: string): WordChange[] {
  if (before.length + after.length > LONGEST) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
