// npm run test:roundtrip [CASES]: random libraries out of every form that comes back, and in again; a thousand of them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    'test/unit/electron/formats/round-trip.test.ts',
    'test/unit/electron/services/out-and-in.test.ts',
    '--retry',
    '0',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, DOSSIER_ROUND_TRIPS: process.argv[2] ?? '1000' } },
)
process.exitCode = status ?? 1
