import type { WriteHandle } from '../handle.ts'

/**
 * Takes places off what lies outside of its text, as no library holds it: a mark without a place waits on the repair
 * bench, a block is gone. Gives the ids of the articles where that was so. Cost: reads every text.
 */
export function mendPlaces(db: WriteHandle): string[] {
  const texts = db.prepare('SELECT article_id AS id FROM article_text').pluck().all() as string[]
  const textOf = db.prepare('SELECT text FROM article_text WHERE article_id = ?').pluck()
  const beyond = 'article_id = @id AND (start < 0 OR "end" > @length)'
  return texts.filter((id) => {
    const values = { id, length: String(textOf.get(id)).length }
    const marks = db
      .prepare(`UPDATE annotation SET start = NULL, "end" = NULL, anchor = 'lost', anchor_score = 0 WHERE ${beyond}`)
      .run(values).changes
    const blocks = db
      .prepare(`DELETE FROM block WHERE ${beyond} OR article_id = @id AND start > "end"`)
      .run(values).changes
    const lengths = db
      .prepare('UPDATE article SET length_chars = @length WHERE id = @id AND length_chars <> @length')
      .run(values).changes
    return marks + blocks + lengths > 0
  })
}
