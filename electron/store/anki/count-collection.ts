import Database from 'better-sqlite3'

/** How many rows an Anki collection holds. */
export function countCollection(bytes: Uint8Array): { notes: number; cards: number; reviews: number } {
  const db = new Database(Buffer.from(bytes))
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
  try {
    return { notes: count('notes'), cards: count('cards'), reviews: count('revlog') }
  } finally {
    db.close()
  }
}
