// npm run serve: the loopback host alone. Plain JavaScript, so that an old Node gets as far as saying that it is too old.
import { join } from 'node:path'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Dossier needs Node 22.18 or newer; this is ${process.version}. "npm ci" brings one: use "npm run serve".`,
  )
  process.exit(1)
}
const { buildWhenStale } = await import('./build-when-stale.ts')
await buildWhenStale(join(import.meta.dirname, '..'))
// Paths on the command line begin where npm was called.
if (process.env.npm_lifecycle_event && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await import('../out/main/serve.js')
