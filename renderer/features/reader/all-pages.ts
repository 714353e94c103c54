interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** Every item of a paged list, in its order: one call a page, until there is no more. */
export async function allPages<Item>(load: (cursor: { cursor?: string }) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: Page<Item> = await load(cursor === null ? {} : { cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}
