/** Up to when articles count: those published by the end of a day, or those the person had opened by a moment. */
export type AsOf =
  | { readonly by: 'published'; readonly day: string }
  | { readonly by: 'read'; readonly untilMs: number }

/**
 * What an article `a` must fulfil to count, as ` AND ...` over `@asOf`; nothing without a limit. An article without a
 * date may be later than any day, so it never counts as published by one.
 */
export function asOfSql(asOf: AsOf | null): string {
  if (!asOf) return ''
  // The plus keeps SQLite from walking all articles by day where it has the few of an entity at hand.
  return asOf.by === 'published' ? ' AND +a.published_on <= @asOf' : ' AND a.first_opened_at_ms < @asOf'
}

/** The value that `asOfSql` binds. */
export function asOfValues(asOf: AsOf | null): { asOf?: string | number } {
  if (!asOf) return {}
  return { asOf: asOf.by === 'published' ? asOf.day : asOf.untilMs }
}
