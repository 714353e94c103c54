// npm run check: every check that needs no running program, what the build may weigh among them, each in one line, and the words of those that fail.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const at = (path) => join(root, 'node_modules', path)
const checks = [
  ['style', at('@biomejs/biome/bin/biome'), ['check']],
  ['types', at('typescript/bin/tsc'), ['--noEmit']],
  [
    'imports',
    at('dependency-cruiser/bin/dependency-cruiser.mjs'),
    ['electron', 'renderer', 'shared', 'test', 'scripts', '--output-type', 'err'],
  ],
  ['unused', at('knip/bin/knip.js'), []],
  ['bundle', join(root, 'scripts/check-bundle.ts'), []],
]

for (const [name, file, args] of checks) {
  const beganMs = performance.now()
  const run = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' })
  const seconds = ((performance.now() - beganMs) / 1000).toFixed(1)
  console.log(`${run.status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (run.status === 0) continue
  process.stdout.write(`${run.stdout}${run.stderr}`)
  process.exitCode = 1
}
