// A library whose file was cut short or has a bit turned, opened by the built host.
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { clientOf, createRandom, type DossierClient, IS_LONG } from '#test/support/durability.ts'
import { ENDED_WELL, type ServeProcess, startServe, tryServe } from '#test/support/serve-process.ts'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'

const FLIPS = IS_LONG ? 100 : 6
const SEED = 20_260_303
const CUTS = [0, 1, 100, 4096, 0.5, 0.99]

let work: string
let sound: string
let soundWords: string
beforeAll(async () => {
  await buildWhenStale(join(import.meta.dirname, '../..'))
  work = mkdtempSync(join(tmpdir(), 'dossier-damage-'))
  const serve = await startServe(join(work, 'sound'))
  await clientOf(serve).library.addStarter()
  for (const { id } of (await clientOf(serve).article.list({ limit: 50 })).items)
    await clientOf(serve).annotation.add({ articleId: id, start: 0, end: 9, note: 'Kept.' })
  const isRead = async () => {
    const { items } = await clientOf(serve).article.list({ limit: 50 })
    const articles = await Promise.all(items.map(({ id }) => clientOf(serve).article.get({ articleId: id })))
    return articles.every(({ extraction }) => extraction === 'done')
  }
  await vi.waitFor(async () => expect(await isRead()).toBe(true), 100_000)
  await clientOf(serve).backup.create()
  soundWords = wordsOf(await Promise.allSettled(readAll(clientOf(serve))))
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
  sound = join(work, 'sound/library.db')
}, 120_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

function copyTo(name: string): { dir: string; file: string } {
  const dir = join(work, name)
  mkdirSync(join(dir, 'originals'), { recursive: true })
  writeFileSync(join(dir, 'originals/imported'), 'A file that was imported.')
  copyFileSync(sound, join(dir, 'library.db'))
  cpSync(join(work, 'sound/backups'), join(dir, 'backups'), { recursive: true })
  return { dir, file: join(dir, 'library.db') }
}

type Outcome =
  | 'refused at the start'
  | 'set aside'
  | 'said while reading'
  | 'found by a look'
  | 'reads otherwise'
  | 'harmless'

/** Opens the library and reads all of it. Throws on anything but a plain word or an answer. */
async function openAndRead(dir: string): Promise<Outcome> {
  const file = join(dir, 'library.db')
  const before = readFileSync(file)
  const serve = await tryServe(['--library', dir, '--port', '0'])
  if ('exitCode' in serve) {
    expect({ exitCode: serve.exitCode, stderr: serve.stderr }).toEqual({
      exitCode: 1,
      stderr: [expect.stringMatching(/is not a library\. It was left|newer Dossier/)],
    })
    expect(readFileSync(file).equals(before), 'the file is left as it is').toBe(true)
    return 'refused at the start'
  }
  const answers = await Promise.allSettled(readAll(clientOf(serve)))
  const { rescue } = await clientOf(serve).library.info()
  if (rescue?.kind === 'set-aside') {
    expect(readFileSync(rescue.file).equals(before), 'the file is kept as it was').toBe(true)
    await expectRestore(serve)
    return 'set aside'
  }
  const { findings } = await clientOf(serve).library.check()
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
  if (!answers.every(({ status }) => status === 'fulfilled')) return 'said while reading'
  if (findings.some(({ code }) => code !== 'ORIGINAL_MISSING')) return 'found by a look'
  return wordsOf(answers) === soundWords ? 'harmless' : 'reads otherwise'
}

/** The words of what was read: texts, notes and names. */
function wordsOf(answers: readonly PromiseSettledResult<unknown>[]): string {
  const found: string[] = []
  JSON.stringify(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : null)),
    (key, value) => {
      if (['title', 'text', 'note', 'name'].includes(key)) found.push(String(value))
      return value
    },
  )
  return found.sort().join('\n')
}

/** The newest good backup brings everything back. */
async function expectRestore(serve: ServeProcess): Promise<void> {
  const client = clientOf(serve)
  const good = (await client.backup.list()).items.find(({ contents }) => (contents?.articles ?? 0) > 0)
  await client.backup.restore({ backupId: good?.id ?? '' })
  expect(await client.library.info()).toMatchObject({ articleCount: good?.contents?.articles, rescue: null })
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
}

function readAll(client: DossierClient): Promise<unknown>[] {
  const articles = client.article.list({ limit: 50 }).then(({ items }) =>
    Promise.all(
      items.map(async ({ id }) => {
        return [await client.article.get({ articleId: id }), await client.annotation.list({ articleId: id })]
      }),
    ),
  )
  return [articles, client.entity.list({ limit: 50 }), client.library.info(), client.history.state()]
}

it(`survives each of ${FLIPS} turned bits`, { timeout: 600_000 }, async () => {
  const random = createRandom(SEED)
  const outcomes: Record<Outcome, number> = {
    'refused at the start': 0,
    'set aside': 0,
    'said while reading': 0,
    'found by a look': 0,
    'reads otherwise': 0,
    harmless: 0,
  }
  for (let flip = 1; flip <= FLIPS; flip++) {
    const { dir, file } = copyTo(`flip-${flip}`)
    const bytes = readFileSync(file)
    const at = Math.floor(random() * bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    writeFileSync(file, bytes)
    outcomes[await openAndRead(dir)]++
    rmSync(dir, { recursive: true })
  }
  // SQLite keeps no sums of what it stores: a letter that became another within a text is seen by nobody.
  console.log(`${FLIPS} turned bits (seed ${SEED}):`, outcomes)
})

it.each(CUTS)('sets a file aside that was cut to %s, and restores the newest backup', async (cut) => {
  const { dir, file } = copyTo(`cut-${cut}`)
  const { size } = statSync(file)
  const left = cut > 0 && cut < 1 ? Math.floor(size * cut) : cut
  truncateSync(file, left)
  expect(await openAndRead(dir)).toBe('set aside')
})
