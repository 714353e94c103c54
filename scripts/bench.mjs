// npm run bench: how fast the built program is on this machine, as a table, or as JSON with --json.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWhenStale } from './build-when-stale.ts'

const root = join(import.meta.dirname, '..')
await buildWhenStale(root)
/** Runs one table of measurements; gives its exit code. */
function run(file) {
  const bench = spawn(process.execPath, [join(root, 'test/bench', file), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  return new Promise((resolve) => bench.once('exit', (code) => resolve(code ?? 1)))
}
process.exitCode =
  (await run('bench.ts')) ||
  (await run('study.ts')) ||
  (await run('shell.ts')) ||
  (await run('importing.ts')) ||
  (await run('large-imports.ts')) ||
  (await run('large-exports.ts')) ||
  (await run('holds.ts'))
