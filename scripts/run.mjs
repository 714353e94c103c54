// Runs a script of this folder, `node scripts/run.mjs NAME ARGS...`, under a Node that is new enough. Plain JavaScript
// that an old Node understands: npm 10 installs the newer Node and leaves it out of node_modules/.bin.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const [name, ...args] = process.argv.slice(2)
const script = join(import.meta.dirname, `${name}.mjs`)

function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

/** The Node that npm installed for this computer, or null. */
function findInstalledNode() {
  const arch = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const files = [`node-${arch}`, `node-bin-${arch}`].map((folder) =>
    join(import.meta.dirname, '../node_modules', folder, 'bin', program),
  )
  return files.find((file) => existsSync(file)) ?? null
}

function runWith(node) {
  // What the script starts by name finds the same Node.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal])
  })
}

const installed = isNewEnough() ? null : findInstalledNode()
if (isNewEnough()) {
  process.argv.splice(1, 2, script)
  await import(`./${name}.mjs`)
} else if (installed) runWith(installed)
else {
  console.error(`Dossier needs Node 22.18 or newer; this is ${process.version}. "npm ci" brings one along.`)
  process.exitCode = 1
}
