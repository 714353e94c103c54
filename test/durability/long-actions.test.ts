// The built host, killed while it does what takes several transactions: all of it is there after, or none of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { clientOf, createRandom, type DossierClient, findFaults, IS_LONG } from '#test/support/durability.ts'
import { collect } from '#test/support/open-test-core.ts'
import { startServe } from '#test/support/serve-process.ts'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'

const ROUNDS = IS_LONG ? 16 : 4
const CARDS = 4_000
const SEED = 20_261_126

beforeAll(() => buildWhenStale(join(import.meta.dirname, '../..')))

const table = new File(
  [Array.from({ length: CARDS }, (_, at) => `What is boat ${at}?\tA boat of ${at} tonnes`).join('\n')],
  'boats.tsv',
)

async function importCards(client: DossierClient): Promise<void> {
  const { intakeId } = await client.intake.open()
  await collect(client.intake.read({ intakeId, files: [table] }))
  await collect(client.intake.store({ intakeId, rowIds: [0] }))
}

async function restoreFirst(client: DossierClient): Promise<void> {
  const { items } = await client.backup.list()
  await client.backup.restore({ backupId: items.at(-1)?.id ?? '' })
}

/** Does what is begun and kills the host at some moment of it; gives how many cards there are then. */
async function killWithin(libraryDir: string, afterMs: number, work: (client: DossierClient) => Promise<unknown>) {
  const serve = await startServe(libraryDir)
  const working = work(clientOf(serve)).catch(() => {}) // the host goes away under it
  await Promise.race([working, setTimeout(afterMs)])
  await serve.stop('SIGKILL')
  await working
  const again = await startServe(libraryDir)
  try {
    return Number((await clientOf(again).library.check()).cards)
  } finally {
    await again.stop('SIGTERM')
  }
}

it(`is whole or undone after each of ${ROUNDS} kills of an import, its undo and a restore`, {
  timeout: 900_000,
}, async () => {
  const libraryDir = mkdtempSync(join(tmpdir(), 'dossier-long-'))
  const random = createRandom(SEED)
  const first = await startServe(libraryDir)
  await clientOf(first).article.importText({ text: 'The council met in the old hall.', title: 'Council' })
  await clientOf(first).backup.create()
  await first.stop('SIGTERM')
  const seen = { none: 0, all: 0 }
  let cards = 0
  for (let round = 1; round <= ROUNDS; round++) {
    // Every other import comes to its end, however slow the machine is, so that there is something to take back.
    const isWhole = cards === 0 && round % 2 === 1
    const afterMs = isWhole ? 120_000 : Math.floor(100 + random() * 1_200)
    const work =
      cards === 0 ? importCards : round % 4 === 2 ? restoreFirst : (client: DossierClient) => client.history.undo()
    cards = await killWithin(libraryDir, afterMs, work)
    const when = `round ${round}, killed after ${afterMs} ms`
    expect([0, CARDS], when).toContain(cards)
    if (isWhole) expect(cards, when).toBe(CARDS)
    expect(findFaults(libraryDir), when).toEqual([])
    if (cards === 0) seen.none++
    else seen.all++
  }
  console.log(`killed ${ROUNDS} times (seed ${SEED}): no cards ${seen.none} times, all of them ${seen.all} times`)
  rmSync(libraryDir, { recursive: true })
})
