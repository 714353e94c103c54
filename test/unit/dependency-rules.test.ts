import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ForbiddenImport, forbiddenImports, goodFiles } from './dependency-rules.cases.ts'

const root = join(import.meta.dirname, '../..')
const packages = ['better-sqlite3', 'electron', 'react', 'zod', '@tanstack/react-query']
let dir: string

function put(file: string, content: string) {
  mkdirSync(dirname(join(dir, file)), { recursive: true })
  writeFileSync(join(dir, file), content)
}

/** A project of the same layout whose packages are one line each. */
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-rules-'))
  const imports = Object.fromEntries(
    ['shared', 'electron', 'renderer', 'test'].map((top) => [`#${top}/*`, `./${top}/*`]),
  )
  put(
    'package.json',
    JSON.stringify({ type: 'module', imports, dependencies: Object.fromEntries(packages.map((p) => [p, '*'])) }),
  )
  for (const name of packages) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    put(`node_modules/${name}/index.js`, 'exports.x = 1\n')
  }
  for (const [file, content] of Object.entries(goodFiles)) put(file, content)
})
afterAll(() => rmSync(dir, { recursive: true }))

/** The broken rules, each as `rule file`. */
function violations(): string[] {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [
    '--config',
    join(root, '.dependency-cruiser.cjs'),
    '-T',
    'json',
    'electron',
    'renderer',
    'shared',
    'test',
  ]
  const run = spawnSync(process.execPath, [cli, ...args], { cwd: dir, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } }
  return summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`)
}

describe('the dependency rules', () => {
  it('let every import of the table pass', () => {
    expect(violations()).toEqual([])
  })

  it('catch each forbidden import by its own rule', () => {
    for (const { file, imports } of forbiddenImports) put(file, imports)
    const caught = new Set(violations())
    const missed = forbiddenImports.filter(({ rule, file }: ForbiddenImport) => !caught.has(`${rule} ${file}`))
    expect(missed).toEqual([])
    const guilty = new Set(forbiddenImports.map(({ file }) => file))
    expect([...caught].filter((line) => !guilty.has(line.split(' ')[1] ?? ''))).toEqual([])
  })
})
