// npm run audit: known holes of high severity in what is shipped: the packages that went into the bundles, and Electron.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUNDLED_PACKAGES } from './bundled-packages.ts'
import { type AuditReport, shippedHoles } from './shipped-holes.ts'

const root = join(import.meta.dirname, '..')
const bundles = ['main', 'preload', 'renderer']

function bundledIn(bundle: string): string[] {
  return JSON.parse(readFileSync(join(root, 'out', bundle, BUNDLED_PACKAGES), 'utf8')) as string[] // our own file
}

const shipped = ['node_modules/electron', 'node_modules/better-sqlite3', ...bundles.flatMap(bundledIn)]
const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  maxBuffer: 64e6,
})
const report = JSON.parse(stdout || '{}') as AuditReport
if (!report.vulnerabilities) {
  console.error('npm audit gave no answer.')
  process.exit(1)
}
const holes = shippedHoles(report, new Set(shipped))
for (const { name, severity, titles } of holes) console.error(`${name} (${severity}): ${titles.join('; ')}`)
console.log(`${shipped.length} packages are shipped; ${holes.length} have known holes of high severity.`)
process.exitCode = holes.length > 0 ? 1 : 0
