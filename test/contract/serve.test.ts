import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { contract } from '#shared/contract/contract.ts'
import { createHttpClient } from '#test/support/http-client.ts'
import { riverAccord } from '#test/support/library-fixture.ts'
import { ENDED_WELL, startServe, tryServe } from '#test/support/serve-process.ts'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'

const root = join(import.meta.dirname, '../..')
let dir: string
let libraryDir: string

beforeAll(() => buildWhenStale(root), 120_000)
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-serve-'))
  libraryDir = join(dir, 'a library')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const ours = (temporary: string) => readdirSync(temporary).filter((name) => name.startsWith('dossier-'))

describe('serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('prints one line, and ends well on %s', async (signal) => {
    const serve = await startServe(libraryDir)
    expect(serve.output.stdout).toEqual([
      expect.stringMatching(/^Dossier is ready at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/),
    ])
    expect(await serve.stop(signal)).toBe(ENDED_WELL)
    expect([serve.output.stdout.length, serve.output.stderr]).toEqual([1, []])
    expect(existsSync(join(libraryDir, 'library.db'))).toBe(true)
  })

  it('leaves nothing of what was read in the folder for temporary files, also when it was killed before', async () => {
    const temporary = join(dir, 'temporary')
    mkdirSync(temporary)
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary)
    try {
      const read = async () => {
        const serve = await startServe(libraryDir)
        const { intake } = createHttpClient<typeof contract>(serve.origin, serve.token)
        const { intakeId } = await intake.open()
        const files = [new File([riverAccord.bytes], riverAccord.name)]
        for await (const _ of await intake.read({ intakeId, files }));
        expect(ours(temporary)).toHaveLength(1)
        return serve
      }
      const ended = await read()
      await ended.stop('SIGTERM')
      expect(ours(temporary)).toEqual([])
      const killed = await read()
      const others = await startServe(join(dir, 'another library'))
      await killed.stop('SIGKILL')
      expect(ours(temporary)).toHaveLength(1)
      const next = await startServe(libraryDir)
      await vi.waitFor(() => expect(ours(temporary)).toEqual([]), 10_000)
      await Promise.all([next.stop('SIGTERM'), others.stop('SIGTERM')])
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('ends well while a page listens', async () => {
    const serve = await startServe(libraryDir)
    const changes = await createHttpClient<typeof contract>(serve.origin, serve.token).library.changes()
    await changes.next()
    const last = changes.next().catch(() => null)
    const beganMs = performance.now()
    expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
    expect(performance.now() - beganMs).toBeLessThan(3_000)
    await last
  })

  it('imports the files it is given and names those it can not read', async () => {
    const good = join(dir, riverAccord.name)
    const empty = join(dir, 'empty.txt')
    const broken = join(dir, 'broken.pdf')
    writeFileSync(broken, '%PDF-1.7\nnothing more of it')
    const folder = join(dir, 'notebook')
    mkdirSync(join(folder, 'May', '.hidden'), { recursive: true })
    mkdirSync(join(dir, 'void'))
    writeFileSync(join(folder, 'May', 'quay.md'), '# Quay\n\nThe quay was mended in spring.')
    writeFileSync(join(folder, 'May', '.hidden', 'secret.md'), '# Secret\n\nNobody is to read this.')
    symlinkSync(folder, join(folder, 'May', 'again'))
    writeFileSync(good, riverAccord.bytes)
    writeFileSync(empty, '')
    const serve = await startServe(libraryDir, [
      good,
      empty,
      folder,
      broken,
      join(dir, 'void'),
      join(dir, 'absent.txt'),
    ])
    const client = createHttpClient<typeof contract>(serve.origin, serve.token)
    await vi.waitFor(async () => expect((await client.article.list({ limit: 10 })).total).toBe(2), 10_000)
    await vi.waitFor(() => expect(serve.output.stderr).toHaveLength(5), 10_000)
    expect(serve.output.stderr).toEqual([
      'Not everything was imported.',
      'empty.txt: there is no text in it.',
      'broken.pdf: it can’t be read: it may be damaged, or another program holds it.',
      'void: there is no text in it.',
      'absent.txt: it is not there.',
    ])
    expect(serve.output.stdout).toHaveLength(1)
    await serve.stop('SIGTERM')
  })

  it('has a new token each time', async () => {
    const first = await startServe(libraryDir)
    await first.stop('SIGTERM')
    const second = await startServe(libraryDir)
    await second.stop('SIGTERM')
    expect(second.token).not.toBe(first.token)
  })
})

describe('serve, when it can not start,', () => {
  const fail = async (...args: string[]) => {
    const failure = await tryServe(args)
    if (!('exitCode' in failure)) throw new Error('it started')
    return failure
  }

  it('says that the library is open elsewhere', async () => {
    const first = await startServe(libraryDir)
    const failure = await fail('--library', libraryDir, '--port', '0')
    expect(failure).toEqual({ exitCode: 1, stdout: [], stderr: [expect.stringContaining('open in another Dossier')] })
    const withFile = await fail('--library', libraryDir, '--port', '0', join(dir, 'a.txt'))
    expect(withFile.stderr.join('')).toMatch(
      /open in another Dossier\. Nothing was imported: import the files there\.$/,
    )
    expect(await first.stop('SIGTERM')).toBe(ENDED_WELL)
  })

  it('says that the port is taken, and lets go of the library', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const failure = await fail('--library', libraryDir, '--port', String(port))
    expect(failure).toEqual({
      exitCode: 1,
      stdout: [],
      stderr: [`Port ${port} is taken. Choose another with --port, or 0 for any free one.`],
    })
    other.close()
    await (await startServe(libraryDir)).stop('SIGTERM')
  })

  it('leaves a library from a newer Dossier as it is', async () => {
    await (await startServe(libraryDir)).stop('SIGTERM')
    const file = join(libraryDir, 'library.db')
    const db = new Database(file)
    db.pragma('user_version = 9999')
    db.close()
    const before = readFileSync(file)
    const failure = await fail('--library', libraryDir, '--port', '0')
    expect(failure).toEqual({ exitCode: 1, stdout: [], stderr: [expect.stringContaining('format 9999')] })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('leaves a file that is no library as it is', async () => {
    mkdirSync(libraryDir)
    writeFileSync(
      join(libraryDir, 'library.db'),
      'a shopping list, long enough to be looked at as a database header '.repeat(20),
    )
    const failure = await fail('--library', libraryDir, '--port', '0')
    expect(failure).toEqual({ exitCode: 1, stdout: [], stderr: [expect.stringContaining('not a library')] })
  })

  it('says that the folder can not be used', async () => {
    writeFileSync(libraryDir, 'a file where the folder should be')
    const failure = await fail('--library', libraryDir, '--port', '0')
    expect(failure).toEqual({
      exitCode: 1,
      stdout: [],
      stderr: [expect.stringMatching(/^The library in .+ can't be opened and written \(E[A-Z]+\)\. Choose another/)],
    })
  })

  it('says what is wrong with the command line', async () => {
    expect(await fail('--bogus')).toEqual({
      exitCode: 2,
      stdout: [],
      stderr: ["Unknown option '--bogus'. Try --help."],
    })
    expect(await fail('--port', 'x')).toMatchObject({ exitCode: 2, stdout: [] })
    expect(await fail('--version')).toEqual({
      exitCode: 0,
      stdout: [expect.stringMatching(/^\d+\.\d+\.\d+$/)],
      stderr: [],
    })
  })
})
