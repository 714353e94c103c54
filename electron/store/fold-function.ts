import type Database from 'better-sqlite3'
import { foldText } from '#shared/text/fold.ts'

/** Gives a connection `fold(text)`, by which words are compared in SQL as they are elsewhere. */
export function addFold(db: Database.Database): void {
  db.function('fold', { deterministic: true }, (text) => foldText(String(text ?? '')))
}
