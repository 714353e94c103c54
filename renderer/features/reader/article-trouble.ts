import { errorCode } from '#renderer/ui/error-words.ts'

/**
 * What keeps an article from being shown, or null. One that was deleted while it is open is gone, by an undo or in
 * another window; any other trouble leaves what was loaded before.
 */
export function articleTrouble({ data, error }: { readonly data: unknown; readonly error: unknown }): unknown {
  if (!error) return null
  const code = errorCode(error)
  // An address that holds no id at all names no article either.
  if (code === 'BAD_REQUEST') return { code: 'ARTICLE_MISSING' }
  if (code === 'ARTICLE_MISSING' && isUndone(error)) return { code: 'ARTICLE_UNDONE' }
  return data === undefined || code === 'ARTICLE_MISSING' ? error : null
}

/** Said by the contract of `article.get`. */
function isUndone(error: unknown): boolean {
  const { data } = error as { readonly data?: { readonly isUndone?: boolean } }
  return data?.isUndone === true
}
