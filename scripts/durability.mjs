// npm run test:durability: what test/durability tries, all rounds of it, and that a second program is told of the first.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/durability', 'test/contract/serve'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, DOSSIER_DURABILITY: 'long' } },
)
process.exitCode = status ?? 1
