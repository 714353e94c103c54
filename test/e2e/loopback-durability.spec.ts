import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import type { contract } from '#shared/contract/contract.ts'
import { createHttpClient } from '#test/support/http-client.ts'
import { ENDED_WELL, type ServeProcess, startServe } from '#test/support/serve-process.ts'

type Client = ContractRouterClient<typeof contract>

/** When to kill, in milliseconds after the first mark was asked for. Fixed, so that a failure can be seen again. */
const killAfterMs = [3, 11, 24, 47, 80, 133, 210, 340]

const clientOf = ({ origin, token }: ServeProcess): Client => createHttpClient<typeof contract>(origin, token)

/** Makes one mark after the other until the host is gone; gives the ids of those it confirmed. */
async function markUntilGone(client: Client, articleId: string): Promise<{ confirmed: string[]; asked: number }> {
  const confirmed: string[] = []
  for (let asked = 1; ; asked++) {
    try {
      const { id } = await client.annotation.add({ articleId, start: asked, end: asked + 5, note: `Note ${asked}` })
      confirmed.push(id)
    } catch {
      return { confirmed, asked }
    }
  }
}

function integrity(libraryDir: string): unknown {
  const db = new Database(join(libraryDir, 'library.db'), { readonly: true })
  try {
    return db.pragma('integrity_check', { simple: true })
  } finally {
    db.close()
  }
}

test('a host that is killed while marks are made loses at most the one in flight', async () => {
  test.setTimeout(120_000)
  const libraryDir = mkdtempSync(join(tmpdir(), 'dossier-durability-'))
  let serve = await startServe(libraryDir)
  const text = 'Words to be marked, one after the other. '.repeat(2_000)
  const { articleId } = await clientOf(serve).article.importText({ text, title: 'To be marked' })
  const kept = new Set<string>()
  for (const ms of killAfterMs) {
    const marking = markUntilGone(clientOf(serve), articleId)
    await setTimeout(ms)
    await serve.stop('SIGKILL')
    const { confirmed } = await marking
    expect(integrity(libraryDir)).toBe('ok')
    serve = await startServe(libraryDir)
    const found = await listIds(clientOf(serve), articleId)
    const lost = [...kept, ...confirmed].filter((id) => !found.has(id))
    expect(lost, `killed after ${ms} ms`).toEqual([])
    // The one in flight may have been stored with its answer on the way.
    expect(found.size - kept.size - confirmed.length).toBeLessThanOrEqual(1)
    for (const id of found) kept.add(id)
  }
  expect(kept.size).toBeGreaterThan(killAfterMs.length)
  expect((await clientOf(serve).history.state()).undo).toMatchObject({ kind: 'annotation.add' })
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
  rmSync(libraryDir, { recursive: true })
})

async function listIds(client: Client, articleId: string): Promise<Set<string>> {
  const ids = new Set<string>()
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<Client['annotation']['list']>> = await client.annotation.list({
      articleId,
      ...(cursor === null ? {} : { cursor }),
    })
    for (const { id } of page.items) ids.add(id)
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}
