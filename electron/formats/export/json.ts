import type { ArticleNotes, NotesCard } from './article-notes.ts'

const INDENT = '  '

/** A list as JSON, an item at a time, laid out as JSON.stringify does with two spaces. `depth`: how deep the list stands. */
export function* listToJson(items: Iterable<unknown>, depth = 0): Generator<string, void, void> {
  const outer = INDENT.repeat(depth)
  let isEmpty = true
  for (const item of items) {
    // No string of JSON holds a line break of its own.
    const text = JSON.stringify(item, null, INDENT).replaceAll('\n', `\n${outer}${INDENT}`)
    yield `${isEmpty ? '[' : ','}\n${outer}${INDENT}${text}`
    isEmpty = false
  }
  yield isEmpty ? '[]' : `\n${outer}]`
}

/** All that a person has written in some articles, and cards of none, as JSON. */
export function* notesToJson(
  articles: Iterable<ArticleNotes>,
  looseCards: readonly NotesCard[],
  exportedAtMs: number,
): Generator<string, void, void> {
  yield '{\n  "articles": '
  yield* listToJson(articles, 1)
  yield ',\n  "looseCards": '
  yield* listToJson(looseCards, 1)
  yield `,\n  "exportedAtMs": ${exportedAtMs}\n}\n`
}
