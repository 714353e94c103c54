/** So many people, groups and places can a mark be linked to. */
export const MOST_LINKS = 50
