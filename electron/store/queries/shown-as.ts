/** What an entity is shown as: what rows that outlive a merge name (cards, notes, answers) may have become part of another. */
export const shownAs = (id: string) => `coalesce((SELECT canonical_id FROM entity WHERE id = ${id}), ${id})`

/** All entities that are shown as the same as one, to be looked for `IN`. */
export const allShownAs = (id: string) => `(SELECT id FROM entity WHERE canonical_id = ${shownAs(id)})`
