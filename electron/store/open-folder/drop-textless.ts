import type { WriteHandle } from '../handle.ts'

/** An article that was left out. */
export interface DroppedArticle {
  readonly id: string
  readonly title: string
  /** On it, and left out with it. */
  readonly marks: number
}

/** Leaves out articles whose text is not there, with all that is on them: no library could open them. */
export function dropTextless(db: WriteHandle): DroppedArticle[] {
  const dropped = db
    .prepare(
      `SELECT id, title, (SELECT count(*) FROM annotation n WHERE n.article_id = a.id) AS marks
       FROM article a WHERE NOT EXISTS (SELECT 1 FROM article_text t WHERE t.article_id = a.id) ORDER BY id`,
    )
    .all() as DroppedArticle[]
  const drop = db.prepare('DELETE FROM article WHERE id = ?')
  for (const { id } of dropped) drop.run(id)
  return dropped
}
