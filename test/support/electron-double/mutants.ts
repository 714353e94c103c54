import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A way to break the built program. `from` must be there: a mutant that changes nothing proves nothing. */
export interface Mutant {
  readonly name: string
  readonly file: 'main/index.js' | 'preload/index.cjs'
  readonly from: string | RegExp
  readonly to: string
  /** What the check says of it. */
  readonly shows: RegExp
}

/** Slips that would only show in Electron itself. */
export const mutants: readonly Mutant[] = [
  {
    name: 'the preload lies elsewhere',
    file: 'main/index.js',
    from: '../preload/index.cjs',
    to: '../preload/index.js',
    shows: /readPreload/,
  },
  {
    name: 'the window has no sandbox',
    file: 'main/index.js',
    from: /sandbox: true/g,
    to: 'sandbox: false',
    shows: /readPreload/,
  },
  {
    name: "the page shares the preload's world",
    file: 'main/index.js',
    from: /contextIsolation: true/g,
    to: 'contextIsolation: false',
    shows: /readPreload/,
  },
  {
    name: 'other origins may read the scheme',
    file: 'main/index.js',
    from: 'standard: true,',
    to: 'standard: true, corsEnabled: true,',
    shows: /privileges of the scheme/,
  },
  {
    name: 'the scheme is registered too late',
    file: 'main/index.js',
    from: /^registerAppScheme\(\);$/m,
    to: 'app.whenReady().then(registerAppScheme);',
    shows: /registerSchemesAsPrivileged/,
  },
  {
    name: 'no policy is sent',
    file: 'main/index.js',
    from: '"content-security-policy"',
    to: '"x-content-security-policy"',
    shows: /policy/,
  },
  {
    name: 'the nonce is always the same',
    file: 'main/index.js',
    from: /randomBytes\(16\)/,
    to: 'Buffer.alloc(16)',
    shows: /nonce of the next answer/,
  },
  {
    name: 'the page may leave',
    file: 'main/index.js',
    from: /details\.preventDefault\(\);/g,
    to: '',
    shows: /leaving is refused/,
  },
  {
    name: 'windows may open',
    file: 'main/index.js',
    from: '{ action: "deny" }',
    to: '{ action: "allow" }',
    shows: /a new window/,
  },
  {
    name: 'permissions are granted when asked for',
    file: 'main/index.js',
    from: /callback\(permission ===/,
    to: 'callback(true || permission ===',
    shows: /permission asked for/,
  },
  {
    name: 'permissions are granted when looked up',
    file: 'main/index.js',
    from: /setPermissionCheckHandler/,
    to: 'setDevicePermissionHandler',
    shows: /permission looked up/,
  },
  {
    name: 'any page may hand over a port',
    file: 'main/index.js',
    from: /isOwnFrame\(event\.senderFrame\)/,
    to: 'true',
    shows: /port of another page/,
  },
  {
    name: 'a frame may hand over a port',
    file: 'main/index.js',
    from: /frame\.parent === null/,
    to: 'true',
    shows: /port of a frame/,
  },
  {
    name: 'nobody listens for the port',
    file: 'main/index.js',
    from: /ipcMain\.on\(PORT_CHANNEL/,
    to: 'ipcMain.on("port"',
    shows: /an answer over the port did not come/,
  },
  {
    name: 'the port is never started',
    file: 'main/index.js',
    from: /^\s*port\.start\(\);$/m,
    to: '',
    shows: /an answer over the port did not come/,
  },
  {
    name: 'commands go nowhere',
    file: 'main/index.js',
    from: /webContents\.send\(COMMAND_CHANNEL/,
    to: 'webContents.send("commands"',
    shows: /a command did not come/,
  },
  {
    name: 'something is asked of Electron that is not there',
    file: 'main/index.js',
    from: /^registerAppScheme\(\);$/m,
    to: 'app.hideEverything(); registerAppScheme();',
    shows: /app\.hideEverything is not implemented/,
  },
  {
    name: 'the end is not waited for',
    file: 'main/index.js',
    from: /app\.exit\(0\)/,
    to: 'app.exit(3)',
    shows: /exit code/,
  },
  {
    name: 'the preload asks Node for files',
    file: 'preload/index.cjs',
    from: /^/,
    to: 'require("node:fs");',
    shows: /bridge/,
  },
  {
    name: 'the preload is a module',
    file: 'preload/index.cjs',
    from: /let electron = require\("electron"\);/,
    to: 'import * as electron from "electron";',
    shows: /bridge/,
  },
  {
    name: 'the preload exposes another name',
    file: 'preload/index.cjs',
    from: '"dossierHost"',
    to: '"dossier"',
    shows: /bridge/,
  },
  {
    name: "the preload hands out what can't be cloned",
    file: 'preload/index.cjs',
    from: 'kind: "electron"',
    to: 'kind: Symbol("electron")',
    shows: /bridge/,
  },
]

// The slips are in main and preload: a page that draws nothing shows them sooner.
const stubPage =
  '<!doctype html><meta charset="utf-8"><title>Stub</title><meta name="csp-nonce" content="__CSP_NONCE__">'

/** A copy of the built program in `folder`, with one mutant's change and a stub for the page; gives its entry. */
export function writeMutant(out: string, folder: string, mutant: Mutant | null): string {
  for (const part of ['main', 'preload'])
    cpSync(join(out, part), join(folder, part), { recursive: true, filter: (file) => !file.endsWith('.map') })
  mkdirSync(join(folder, 'renderer'))
  writeFileSync(join(folder, 'renderer/index.html'), stubPage)
  if (mutant !== null) change(join(folder, mutant.file), mutant)
  return join(folder, 'main/index.js')
}

function change(file: string, { name, from, to }: Mutant): void {
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(from, () => to)
  if (changed === text) throw new Error(`The mutant "${name}" finds nothing to change in ${file}.`)
  writeFileSync(file, changed)
}
