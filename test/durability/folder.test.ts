// Folders that can't be written, or not any more.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { moveLibrary } from '#electron/shell/move-library.ts'
import { holdLibrary } from '#electron/store/open.ts'
import { clientOf, findFaults } from '#test/support/durability.ts'
import { ENDED_WELL, startServe, tryServe } from '#test/support/serve-process.ts'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'

const isRoot = process.getuid?.() === 0
const unusable = [
  expect.stringMatching(/^The library in .+ can't be opened and written \(\w+\)\. Choose another folder/),
]

let dir: string
let mounted: string[]
beforeAll(() => buildWhenStale(join(import.meta.dirname, '../..')))
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-folder-'))
  mounted = []
})
afterEach(() => {
  for (const place of mounted) execFileSync('umount', [place])
  rmSync(dir, { recursive: true, force: true })
})

/** Mounts a file system of memory; null, and a word of it, where that is not allowed. */
function mountMemory(options: string): string | null {
  const place = join(dir, 'mounted')
  mkdirSync(place)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], { stdio: 'ignore' })
  } catch {
    console.log('NOT TRIED: no small file system can be mounted here')
    return null
  }
  mounted.push(place)
  return place
}

async function fail(libraryDir: string) {
  const serve = await tryServe(['--library', libraryDir, '--port', '0'])
  if ('exitCode' in serve) return { exitCode: serve.exitCode, stderr: serve.stderr }
  await serve.stop('SIGKILL')
  throw new Error('it started')
}

describe('a folder that can not be written', () => {
  it.runIf(process.platform === 'linux')('is named where no folder can be made', async () => {
    expect(await fail('/proc/dossier/library')).toEqual({ exitCode: 1, stderr: unusable })
  })

  it.runIf(process.platform !== 'win32')('is named when it is read-only, and stays as it is', async () => {
    const serve = await startServe(join(dir, 'library'))
    expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
    if (isRoot) return expectReadOnlyMount()
    chmodSync(join(dir, 'library'), 0o555)
    expect(await fail(join(dir, 'library'))).toEqual({ exitCode: 1, stderr: unusable })
    chmodSync(join(dir, 'library'), 0o755)
    expect(findFaults(join(dir, 'library'))).toEqual([])
  })
})

// Permissions bind everyone but root.
async function expectReadOnlyMount(): Promise<void> {
  const place = mountMemory('size=16m')
  if (place === null) return
  const serve = await startServe(place)
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
  execFileSync('mount', ['-o', 'remount,ro', place])
  expect(await fail(place)).toEqual({ exitCode: 1, stderr: unusable })
}

describe.runIf(process.platform === 'linux')('a disk that is full', () => {
  it('is said, harms nothing, and is worked on once there is room', async () => {
    const place = mountMemory('size=12m')
    if (place === null) return
    writeFileSync(join(place, 'ballast'), Buffer.alloc(5e6))
    const serve = await startServe(join(place, 'library'))
    const client = clientOf(serve)
    const stored: string[] = []
    const store = async (turn: number) => {
      const text = `Page ${turn}. ${'The river rose and fell again. '.repeat(6_000)}`
      stored.push((await client.article.importText({ text })).articleId)
    }
    const refusal = await (async () => {
      for (let turn = 1; turn < 200; turn++) await store(turn)
    })().catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'DISK_FULL' })
    console.log(`a full disk: said after ${stored.length} articles`)
    for (const articleId of stored) expect((await client.article.get({ articleId })).id).toBe(articleId)
    rmSync(join(place, 'ballast'))
    await store(1_000)
    expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
    expect(findFaults(join(place, 'library'))).toEqual([])
    const again = await startServe(join(place, 'library'))
    const { items } = await clientOf(again).article.list({ limit: 50 })
    expect(items.map(({ id }) => id).sort()).toEqual([...stored].sort())
    expect(await again.stop('SIGTERM')).toBe(ENDED_WELL)
  })

  it('takes no library, which stays where it is', async () => {
    const place = mountMemory('size=1m')
    if (place === null) return
    const serve = await startServe(join(dir, 'library'))
    await clientOf(serve).article.importText({ text: 'The council met. '.repeat(100_000) })
    expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
    const never = () => {
      throw new Error('nothing arrived')
    }
    const move = { from: join(dir, 'library'), to: join(place, 'library'), isCopied: false }
    const steps = { hold: holdLibrary, onCopied: never, onArrived: never }
    expect(moveLibrary(move, steps)).toBe('NO_ROOM')
    expect(readdirSync(place)).toEqual([])
    expect(findFaults(join(dir, 'library'))).toEqual([])
  })

  it('is said at the start too', async () => {
    const place = mountMemory('size=1m')
    if (place === null) return
    writeFileSync(join(place, 'ballast'), Buffer.alloc(1_000_000))
    const full = [expect.stringMatching(/^The disk of the library in .+ is full\./)]
    expect(await fail(join(place, 'library'))).toEqual({ exitCode: 1, stderr: full })
  })

  it('leaves nothing of an import that it broke off, before anything else is taken back', async () => {
    const place = mountMemory('size=16m')
    if (place === null) return
    writeFileSync(join(place, 'ballast'), Buffer.alloc(9e6))
    const serve = await startServe(join(place, 'library'))
    const client = clientOf(serve)
    await client.article.importText({ text: 'The council met on Monday.', title: 'My own' })
    const rows = Array.from({ length: 9_000 }, (_, at) => `What is boat ${at}?\tA boat of ${'x'.repeat(400)}`)
    const { intakeId } = await client.intake.open()
    const rowIds: number[] = []
    for await (const event of await client.intake.read({ intakeId, files: [new File([rows.join('\n')], 'boats.tsv')] }))
      if (event.type === 'rows') rowIds.push(...event.rows.map(({ rowId }) => rowId))
    const refusal = await (async () => {
      for await (const _ of await client.intake.store({ intakeId, rowIds }));
    })().catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'DISK_FULL' })
    rmSync(join(place, 'ballast'))
    expect((await client.history.undo()).step?.label).toBe('Import of “My own”')
    expect((await client.card.list({ limit: 1 })).total).toBe(0)
    expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
    expect(findFaults(join(place, 'library'))).toEqual([])
  })
})
