import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import Database from 'better-sqlite3'
import type { contract } from '#shared/contract/contract.ts'
import { createHttpClient } from './http-client.ts'
import type { ServeProcess } from './serve-process.ts'

/** Whether all rounds are asked for: `npm run test:durability`. `npm test` runs a few of each kind. */
export const IS_LONG = process.env.DOSSIER_DURABILITY === 'long'

export type DossierClient = ContractRouterClient<typeof contract>

/** The client of a running host. */
export const clientOf = ({ origin, token }: ServeProcess): DossierClient =>
  createHttpClient<typeof contract>(origin, token)

/** Numbers from 0 up to 1 that look random and are the same in every run. Source: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Reads the library's file past the program, which must not be running. */
export function readLibrary<T>(libraryDir: string, read: (db: Database.Database) => T): T {
  const db = new Database(join(libraryDir, 'library.db'), { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** Everything in the file that is not as it must be: damage, rows without what they belong to, halves of an article. */
export function findFaults(libraryDir: string): unknown[] {
  return readLibrary(libraryDir, (db) => [
    ...(db.pragma('integrity_check') as { integrity_check: string }[]).filter((row) => row.integrity_check !== 'ok'),
    ...(db.pragma('foreign_key_check') as unknown[]),
    ...db.prepare('SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM article_text)').all(),
    ...db.prepare('SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM block)').all(),
    ...db.prepare('SELECT seq FROM action WHERE seq NOT IN (SELECT action_seq FROM action_change)').all(),
  ])
}
