import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Marks the place in Electron's binary where the fuses lie. Source: @electron/fuses, constants.ts. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** How Electron ships its fuses; nine of them, RunAsNode, NODE_OPTIONS and inspect on. */
const FUSES_AS_SHIPPED = '101100010'

/** A folder that electron-builder takes for a distribution of Electron; its program holds nothing but the fuses. */
export function makeDummyElectron(folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const fuses = Buffer.concat([
    Buffer.from(`not a program ${FUSE_SENTINEL}`),
    Buffer.from([1, FUSES_AS_SHIPPED.length]),
    Buffer.from(`${FUSES_AS_SHIPPED} end`),
  ])
  for (const name of ['electron', 'electron.exe']) writeFileSync(join(folder, name), fuses, { mode: 0o755 })
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak'])
    writeFileSync(join(folder, name), 'dummy')
  return folder
}

/** The fuses of a packaged program, in the order of FuseV1Options: `1` is on, `0` off. */
export function readFuses(program: Buffer): string {
  const at = program.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length
  const count = program[at + 1] ?? 0
  return program.subarray(at + 2, at + 2 + count).toString()
}

/** Runs electron-builder as `npm run dist` does, around `electron` instead of a real one, as far as unpacked folders. */
export function assemblePackage(electron: string, output: string, target: readonly string[]): void {
  const licences = spawnSync(process.execPath, [join(root, 'scripts/collect-licences.ts')], { encoding: 'utf8' })
  if (licences.status !== 0) throw new Error(licences.stderr)
  const config = {
    electronDist: electron,
    'directories.output': output,
    // Both write into the resources of a real .exe.
    'win.signAndEditExecutable': 'false',
    disableAsarIntegrity: 'true',
  }
  const settings = Object.entries(config).map(([key, value]) => `-c.${key}=${value}`)
  const cli = join(root, 'node_modules/electron-builder/cli.js')
  const run = spawnSync(process.execPath, [cli, ...target, '--publish', 'never', ...settings], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  if (run.status !== 0) throw new Error(`electron-builder ended with ${run.status}:\n${run.stdout}\n${run.stderr}`)
}
