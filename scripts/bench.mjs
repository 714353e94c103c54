// npm run bench: how fast the built program is on this machine, as a table, or as JSON with --json.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWhenStale } from './build-when-stale.ts'

const root = join(import.meta.dirname, '..')
await buildWhenStale(root)
const bench = spawn(process.execPath, [join(root, 'test/bench/bench.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
bench.once('exit', (code) => {
  process.exitCode = code ?? 1
})
