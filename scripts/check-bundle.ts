// Holds what a page loads to budgets: at the start, and when a screen is first opened. Prints what is over.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWhenStale } from './build-when-stale.ts'

const root = join(import.meta.dirname, '..')
const assets = join(root, 'out/renderer/assets')

/** In bytes of compressed script and style: what is parsed grows with it. */
const START_BUDGET = 370_000
const SCREEN_BUDGET = 160_000
/** Charts are large, and only these screens draw them. */
const larger: Readonly<Record<string, number>> = { 'statistics-screen': 220_000 }

await buildWhenStale(root)

const names = readdirSync(assets)
const page = readFileSync(join(root, 'out/renderer/index.html'), 'utf8')
const first = [...page.matchAll(/assets\/([\w-]+\.(?:js|css))"/g)].flatMap(([, name]) => name ?? [])
const start = closureOf(first)
const rows = names
  .filter((name) => /-screen-[\w-]+\.js$/.test(name))
  .map((name) => {
    const screen = name.replace(/-[\w-]{8}\.js$/, '')
    const own = [...closureOf([name])].filter((one) => !start.has(one))
    return { name: screen, bytes: sizeOf(own), budget: larger[screen] ?? SCREEN_BUDGET }
  })
const all = [{ name: 'the start', bytes: sizeOf([...start]), budget: START_BUDGET }, ...rows]

const over = all.filter(({ bytes, budget }) => bytes > budget)
if (process.argv.includes('--list')) for (const row of all) console.log(words(row))
for (const row of over) console.error(`over its budget: ${words(row)}`)
if (rows.length === 0) console.error('No screen was found in out/renderer/assets.')
process.exitCode = over.length > 0 || rows.length === 0 ? 1 : 0

function words({ name, bytes, budget }: (typeof all)[number]): string {
  return `${name} ${Math.round(bytes / 1000)} of ${budget / 1000} kB compressed`
}

/** The files that these load at once, themselves among them. */
function closureOf(roots: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const follow = (name: string): void => {
    if (seen.has(name) || !names.includes(name)) return
    seen.add(name)
    if (!name.endsWith('.js')) return
    const text = readFileSync(join(assets, name), 'utf8')
    for (const [, next] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g)) if (next) follow(next)
  }
  for (const name of roots) follow(name)
  return seen
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
}
