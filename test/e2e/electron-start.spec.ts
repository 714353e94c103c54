// npm start, as far as it goes where Electron can't run: the rest is in electron-real.spec.ts.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const script = join(import.meta.dirname, '../../scripts/start.mjs')
const ready = /^Dossier is ready at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43,}\n$/

interface Run {
  readonly child: ChildProcess
  readonly said: { out: string; err: string }
}

let folder: string
let running: ChildProcess[]
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-start-'))
  running = []
})
test.afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const given = { ...process.env, ...env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }
  const child = spawn(process.execPath, [script, ...args], { env: given, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString().replace('Building Dossier…\n', '')
  })
  running.push(child)
  return { child, said }
}

test('without a window it serves, and ends in order', async () => {
  const { child, said } = start(['--no-open', '--library', folder])
  await expect.poll(() => said.out, { timeout: 25_000 }).toMatch(ready)
  expect(said.err).toBe('')
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(process.platform === 'win32' ? null : 0)
})

test('without a display it says so in one line and serves', async () => {
  test.skip(process.platform !== 'linux', 'only Linux runs without a display')
  const { child, said } = start(['--library', folder], { DISPLAY: '', WAYLAND_DISPLAY: '', PATH: '/nonexistent' })
  await expect.poll(() => said.out, { timeout: 25_000 }).toMatch(ready)
  expect(said.err.split('\n')[0]).toBe('There is no display here: Dossier is served to a browser instead.')
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})

test('what it does not understand is left to the host to explain', async () => {
  const { child, said } = start(['--libary', folder])
  const [code] = await once(child, 'close')
  expect(code).toBe(2)
  expect(said.err).toContain('--libary')
  expect(said.out).toBe('')
})
