import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ENGINE } from '#electron/extraction/engine.ts'
import type { AsOf } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { openBenchCore } from './bench-core.ts'
import { makeBigLibrary } from './big-library.ts'
import { measure, type Sample } from './sample.ts'

const BUDGET_MS = 100

/** Opening dossiers of a library of 5,000 articles with 100,000 mentions, in the core itself. */
export async function measureDossiers(): Promise<Sample[]> {
  const libraryDir = mkdtempSync(join(tmpdir(), 'dossier-big-'))
  makeBigLibrary(libraryDir, ENGINE)
  const { core, client } = openBenchCore(libraryDir)
  /** What the page asks for before it stands; what contradicts what is asked for too, but nothing waits for it. */
  const open = async (entityId: EntityId, asOf?: AsOf) => {
    const part = { entityId, ...(asOf && { asOf }) }
    await client.entity.get(part)
    await client.entity.mentions({ ...part, limit: 100 })
    await client.figure.list({ ...part, limit: 8 })
    await client.entity.notes({ ...part, limit: 5 })
    await client.entity.cards({ ...part, limit: 8 })
  }
  try {
    const { items } = await client.entity.list({ sort: 'mentions', limit: 200 })
    const [first] = items
    if (!first) throw new Error('The library holds nobody.')
    const any = (run: number) => items[(run * 37) % items.length]?.id ?? first.id
    const asOf = { by: 'published', day: '2016-06-30' } as const
    return [
      await measure(
        {
          name: `dossier of the most named (${first.mentionCount} mentions)`,
          runs: 15,
          warmUps: 2,
          budgetMs: BUDGET_MS,
        },
        () => open(first.id),
      ),
      await measure({ name: 'the same as of a day', runs: 15, warmUps: 2, budgetMs: BUDGET_MS }, () =>
        open(first.id, asOf),
      ),
      await measure({ name: 'dossiers of the 200 most named', runs: 60, warmUps: 5, budgetMs: BUDGET_MS }, (run) =>
        open(any(run)),
      ),
      await measure({ name: 'the same as of a day', runs: 60, warmUps: 5, budgetMs: BUDGET_MS }, (run) =>
        open(any(run), asOf),
      ),
    ]
  } finally {
    await core.close()
    rmSync(libraryDir, { recursive: true, force: true })
  }
}
