import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Marks the place in Electron's binary where the fuses lie. Source: @electron/fuses, constants.ts. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** How Electron ships its fuses; nine of them, RunAsNode, NODE_OPTIONS and inspect on. */
const FUSES_AS_SHIPPED = '101100010'

/** The parts of Electron's own bundle for macOS that electron-builder renames and rewrites. */
const macHelpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)']

/** The same for macOS: a bundle in the layout of Electron's. */
export function makeDummyMacElectron(folder: string): string {
  const contents = join(folder, 'Electron.app/Contents')
  const write = (path: string, data: string | Buffer): void => {
    mkdirSync(dirname(join(contents, path)), { recursive: true })
    writeFileSync(join(contents, path), data, { mode: 0o755 })
  }
  write('Info.plist', infoPlist('Electron'))
  write('MacOS/Electron', 'not a program')
  write('Resources/electron.icns', 'dummy')
  write('Resources/en.lproj/locale.pak', 'dummy')
  // On macOS the fuses lie in the framework.
  write('Frameworks/Electron Framework.framework/Electron Framework', fuseBytes())
  for (const kind of macHelpers) {
    write(`Frameworks/Electron Helper${kind}.app/Contents/Info.plist`, infoPlist(`Electron Helper${kind}`))
    write(`Frameworks/Electron Helper${kind}.app/Contents/MacOS/Electron Helper${kind}`, 'not a program')
  }
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'icon.icns'])
    writeFileSync(join(folder, name), 'dummy')
  return folder
}

function infoPlist(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>com.github.Electron</string>
<key>CFBundleName</key><string>${name}</string>
</dict></plist>`
}

function fuseBytes(): Buffer {
  return Buffer.concat([
    Buffer.from(`not a program ${FUSE_SENTINEL}`),
    Buffer.from([1, FUSES_AS_SHIPPED.length]),
    Buffer.from(`${FUSES_AS_SHIPPED} end`),
  ])
}

/** A folder that electron-builder takes for a distribution of Electron; its program holds nothing but the fuses. */
export function makeDummyElectron(folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  for (const name of ['electron', 'electron.exe']) writeFileSync(join(folder, name), fuseBytes(), { mode: 0o755 })
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
    // Made from the picture by a tool that has to be fetched; signed on macOS alone.
    'mac.icon': join(electron, 'icon.icns'),
    'mac.identity': 'null',
    'mac.notarize': 'false',
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
