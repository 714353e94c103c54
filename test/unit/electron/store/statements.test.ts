import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { cachedStatements } from '#electron/store/statements.ts'

it('gives rows and single values to those who ask with the same words', () => {
  const read = cachedStatements(new Database(':memory:'))
  const sql = 'SELECT 1 AS one'
  expect([
    read.prepare(sql).pluck().get(),
    read.prepare(sql).get(),
    read.prepare(sql).pluck().all(),
    read.prepare(sql).all(),
  ]).toEqual([1, { one: 1 }, [1], [{ one: 1 }]])
})
